"""The evening before clocks are set, in the zones of the alarms that it touches."""

from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.odd_nights import next_evening, odd_nights
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.daemons.fake_clock import FakeClock
from tests.core.builders import Desk, MemoryJournal, local, make_alarm

DAILY = Weekdays(EVERY_DAY)
APIA = "Pacific/Apia"


def told(zone, now, *times, pinned=None, **fields):
    """Tell of the nights to come by alarms at these times, as people read it."""
    system_zone = ZoneInfo(zone)
    at = local(now, system_zone)
    alarms = [
        make_alarm(*map(int, wall.split(":")), label=f"a{n}", item_id=f"{n}", rule=DAILY,
                   zone=pinned, armed_at=at, **fields)
        for n, wall in enumerate(times)
    ]  # fmt: skip
    desk = Desk(*alarms, now=at, zone=system_zone)
    teller = Teller(at, system_zone)
    return [teller.words(night).detail for night in odd_nights(desk.book)]


NIGHTS = {
    "Berlin, spring": (
        "Europe/Berlin", "2027-03-27 20:00", "02:30",
        "02:30 does not exist tomorrow, rings 03:30 · a0",
    ),
    "Berlin, autumn": (
        "Europe/Berlin", "2026-10-24 20:00", "02:30",
        "02:30 comes twice tomorrow, rings the first time · a0",
    ),
    "New York": (
        "America/New_York", "2027-03-13 20:00", "02:00",
        "02:00 does not exist tomorrow, rings 03:00 · a0",
    ),
    "Lord Howe, half an hour": (
        "Australia/Lord_Howe", "2026-10-03 20:00", "02:15",
        "02:15 does not exist tomorrow, rings 02:45 · a0",
    ),
    "Lord Howe, back": (
        "Australia/Lord_Howe", "2027-04-03 20:00", "01:45",
        "01:45 comes twice tomorrow, rings the first time · a0",
    ),
    "Troll, two hours": (
        "Antarctica/Troll", "2027-03-27 20:00", "02:59",
        "02:59 does not exist tomorrow, rings 04:59 · a0",
    ),
    "Chatham, at a quarter to": (
        "Pacific/Chatham", "2026-09-26 20:00", "03:00",
        "03:00 does not exist tomorrow, rings 04:00 · a0",
    ),
    "Cairo, at midnight": (
        "Africa/Cairo", "2026-04-23 20:00", "00:30",
        "00:30 does not exist tomorrow, rings 01:30 · a0",
    ),
    "São Paulo, of old": (
        "America/Sao_Paulo", "2018-11-03 20:00", "00:00",
        "00:00 does not exist tomorrow, rings 01:00 · a0",
    ),
    "Apia, a day that never was": (
        APIA, "2011-12-29 20:00", "07:00",
        "07:00 does not exist tomorrow, rings Sat 31 Dec 07:00 · a0",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("zone", "now", "wall", "words"), NIGHTS.values(), ids=NIGHTS.keys())
def test_the_evening_before_it_is_told(zone, now, wall, words):
    """What does not exist, what comes twice, and when it rings."""
    assert told(zone, now, wall) == [words]


@pytest.mark.parametrize(
    ("now", "is_told"),
    [
        ("2027-03-27 19:59", False),
        ("2027-03-27 20:00", True),
        ("2027-03-28 00:30", True),
        ("2027-03-28 03:30", False),
        ("2027-03-26 20:00", False),
    ],
)
def test_from_eight_in_the_evening_until_it_rings(now, is_told):
    """Also for who opens the program later that evening, and not after the ring."""
    assert bool(told("Europe/Berlin", now, "02:30")) is is_told


def test_after_midnight_it_is_today():
    """The words say the day as it is seen from now."""
    assert told("Europe/Berlin", "2027-03-28 01:00", "02:30") == [
        "02:30 does not exist today, rings 03:30 · a0"
    ]


@pytest.mark.parametrize("wall", ["01:59", "03:00", "12:00", "20:00"])
def test_times_that_exist_once_are_not_told(wall):
    """Nothing is odd about them."""
    assert told("Europe/Berlin", "2027-03-27 20:00", wall) == []


def test_a_pinned_alarm_is_told_by_its_own_zone():
    """In the evening before it rings, by the clock on the wall here."""
    assert told("Europe/Berlin", "2027-03-13 20:00", "02:30", pinned="America/New_York") == [
        "02:30 New York does not exist tomorrow, rings 03:30 · a0"
    ]
    assert told("Europe/Berlin", "2026-09-25 20:00", "02:30", pinned="Pacific/Auckland") == [
        "02:30 Auckland does not exist Sun, rings 03:30 · a0"
    ]


def test_who_is_pinned_elsewhere_is_not_touched_by_the_night_here():
    """Only the alarm's own zone counts."""
    assert told("Europe/Berlin", "2027-03-27 20:00", "02:30", pinned="Asia/Kathmandu") == []


SEVERAL = {
    "at one time": (
        ["02:30", "02:30"],
        "02:30 does not exist tomorrow, rings 03:30 · a0, a1",
    ),
    "at several": (
        ["02:30", "02:05", "02:50", "02:40", "03:10"],
        "02:05 to 02:50 do not exist tomorrow, ring 1 h later · a0, a1, a2 and 1 more",
    ),
}


@pytest.mark.parametrize(("times", "words"), SEVERAL.values(), ids=SEVERAL.keys())
def test_several_alarms_of_one_night_have_one_line(times, words):
    """A few by name."""
    assert told("Europe/Berlin", "2027-03-27 20:00", *times) == [words]


def test_several_that_come_twice():
    """The first time counts for each."""
    assert told("Europe/Berlin", "2026-10-24 20:00", "02:10", "02:50") == [
        "02:10 to 02:50 come twice tomorrow, ring the first time · a0, a1"
    ]


def test_what_is_off_or_skipped_is_not_told():
    """It does not ring in that night."""
    assert told("Europe/Berlin", "2027-03-27 20:00", "02:30") != []
    now = local("2027-03-27 20:00")
    desk = Desk(make_alarm(2, 30, armed_at=None), now=now)
    assert odd_nights(desk.book) == []


@pytest.mark.parametrize(
    ("now", "evening"),
    [
        ("2026-11-22 19:59", "2026-11-22 20:00"),
        ("2026-11-22 20:00", "2026-11-23 20:00"),
        ("2027-03-27 21:00", "2027-03-28 20:00"),
    ],
)
def test_the_next_evening(now, evening):
    """Each day at eight, by the clock on the wall."""
    zone = ZoneInfo("Europe/Berlin")
    assert next_evening(local(now), zone) == local(evening)


class CountingBook(AlarmBook):
    """Counts how often somebody looks at an alarm closely."""

    looked = 0

    def rings(self, item_id):
        """Give the rings of an item, and take note."""
        self.looked += 1
        return super().rings(item_id)


@pytest.mark.parametrize(("now", "looked"), [("2026-11-22 20:00", 0), ("2027-03-27 20:00", 1)])
def test_in_an_ordinary_night_nobody_looks_at_the_alarms(now, looked):
    """Only a time that is odd soon is worth it, however many alarms there are."""
    book = CountingBook(FakeClock(local(now), ZoneInfo("Europe/Berlin")), MemoryJournal())
    alarms = [make_alarm(n, 30, item_id=f"{n}", rule=DAILY) for n in range(9)]
    book.load(alarms, [])
    odd_nights(book)
    assert book.looked == looked
