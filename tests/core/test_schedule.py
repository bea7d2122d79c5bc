"""The schedule: instants of wall-clock times, around every odd night."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Once, OnDate, Weekday, Weekdays
from alarmclock.core.schedule import (
    instant_of,
    knows_zone,
    next_occurrence,
    occurrences,
    zone_of,
)
from tests.core.builders import BERLIN, local, make_alarm, utc, weekly

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Antarctica/Troll",
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "UTC",
]
DAILY = Weekdays(EVERY_DAY)


def next_local(alarm, after, zone, count=3):
    """List the next rings as local times of a zone."""
    found = islice(occurrences(alarm, local(after, zone), zone), count)
    return [f"{one.due.astimezone(zone):%Y-%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        pytest.param("Europe/Berlin", "2026-03-28", "02:30", "01:30", id="berlin before the gap"),
        pytest.param("Europe/Berlin", "2026-03-29", "01:59", "00:59", id="berlin last before"),
        pytest.param("Europe/Berlin", "2026-03-29", "02:00", "01:00", id="berlin gap begins"),
        pytest.param("Europe/Berlin", "2026-03-29", "02:30", "01:30", id="berlin in the gap"),
        pytest.param("Europe/Berlin", "2026-03-29", "03:00", "01:00", id="berlin gap is over"),
        pytest.param("Europe/Berlin", "2026-10-25", "02:00", "00:00", id="berlin overlap begins"),
        pytest.param("Europe/Berlin", "2026-10-25", "02:30", "00:30", id="berlin in the overlap"),
        pytest.param("Europe/Berlin", "2026-10-25", "03:00", "02:00", id="berlin overlap is over"),
        pytest.param("America/New_York", "2026-03-08", "02:30", "07:30", id="new york gap"),
        pytest.param("America/New_York", "2026-11-01", "01:30", "05:30", id="new york overlap"),
        pytest.param("Australia/Lord_Howe", "2026-10-04", "02:15", "15:45", id="half hour gap"),
        pytest.param("Australia/Lord_Howe", "2026-04-05", "01:45", "14:45", id="half hour overlap"),
        pytest.param("Asia/Kathmandu", "2026-11-22", "07:00", "01:15", id="odd offset"),
        pytest.param("America/Sao_Paulo", "2018-11-04", "00:00", "03:00", id="gap at midnight"),
        pytest.param("Africa/Cairo", "2026-04-24", "00:00", "22:00", id="cairo gap at midnight"),
    ],
)
def test_instant_of_a_wall_time(zone, day, wall, expected):
    """A time in a gap is shifted, one in an overlap is the first."""
    found = instant_of(date.fromisoformat(day), time.fromisoformat(wall), ZoneInfo(zone))
    assert found.tzinfo is UTC
    assert f"{found:%H:%M}" == expected


@pytest.mark.parametrize(
    ("alarm", "after", "zone", "expected"),
    [
        pytest.param(
            make_alarm(2, 30, rule=DAILY),
            "2026-03-28 12:00",
            "Europe/Berlin",
            ["2026-03-29 03:30", "2026-03-30 02:30", "2026-03-31 02:30"],
            id="gap shifts one night only",
        ),
        pytest.param(
            make_alarm(2, 30, rule=DAILY),
            "2026-10-24 12:00",
            "Europe/Berlin",
            ["2026-10-25 02:30", "2026-10-26 02:30", "2026-10-27 02:30"],
            id="overlap rings once",
        ),
        pytest.param(
            make_alarm(1, 30, rule=DAILY),
            "2026-10-31 12:00",
            "America/New_York",
            ["2026-11-01 01:30", "2026-11-02 01:30", "2026-11-03 01:30"],
            id="new york overlap rings once",
        ),
        pytest.param(
            make_alarm(2, 15, rule=DAILY),
            "2026-10-03 12:00",
            "Australia/Lord_Howe",
            ["2026-10-04 02:45", "2026-10-05 02:15", "2026-10-06 02:15"],
            id="half an hour of gap",
        ),
        pytest.param(
            make_alarm(7, rule=DAILY),
            "2011-12-29 08:00",
            "Pacific/Apia",
            ["2011-12-31 07:00", "2012-01-01 07:00", "2012-01-02 07:00"],
            id="a lost day rings once",
        ),
        pytest.param(
            make_alarm(7, rule=OnDate(date(2011, 12, 30))),
            "2011-12-29 08:00",
            "Pacific/Apia",
            ["2011-12-31 07:00"],
            id="an alarm on the lost day is not lost",
        ),
        pytest.param(
            make_alarm(7, rule=OnDate(date(2011, 12, 30))),
            "2011-12-31 03:00",
            "Pacific/Apia",
            ["2011-12-31 07:00"],
            id="the lost day is still ahead on the next one",
        ),
        pytest.param(
            make_alarm(0, rule=DAILY),
            "2026-11-22 00:00",
            "Europe/Berlin",
            ["2026-11-23 00:00", "2026-11-24 00:00", "2026-11-25 00:00"],
            id="midnight",
        ),
        pytest.param(
            make_alarm(0, rule=Weekdays(frozenset({Weekday.SUNDAY}))),
            "2018-11-03 12:00",
            "America/Sao_Paulo",
            ["2018-11-04 01:00", "2018-11-11 00:00", "2018-11-18 00:00"],
            id="midnight that does not exist",
        ),
        pytest.param(
            make_alarm(7, rule=OnDate(date(2028, 2, 29))),
            "2026-11-22 12:00",
            "Europe/Berlin",
            ["2028-02-29 07:00"],
            id="leap day",
        ),
        pytest.param(
            make_alarm(7, rule=weekly(*WORKDAYS)),
            "2026-12-31 07:00",
            "Europe/Berlin",
            ["2027-01-01 07:00", "2027-01-04 07:00", "2027-01-05 07:00"],
            id="year end",
        ),
        pytest.param(
            make_alarm(7, rule=Once()),
            "2026-11-22 06:59",
            "Europe/Berlin",
            ["2026-11-22 07:00"],
            id="once today",
        ),
        pytest.param(
            make_alarm(7, rule=Once()),
            "2026-11-22 07:00",
            "Europe/Berlin",
            ["2026-11-23 07:00"],
            id="once tomorrow",
        ),
        pytest.param(
            make_alarm(7, rule=OnDate(date(2026, 11, 22))),
            "2026-11-22 07:00",
            "Europe/Berlin",
            [],
            id="date is over",
        ),
        pytest.param(
            make_alarm(7, 15, 30, rule=Once()),
            "2026-11-22 07:15",
            "Europe/Berlin",
            ["2026-11-22 07:15"],
            id="seconds count",
        ),
        pytest.param(
            make_alarm(7, rule=Once(), zone="Asia/Tokyo"),
            "2026-11-22 12:00",
            "Europe/Berlin",
            ["2026-11-22 23:00"],
            id="pinned to another zone",
        ),
    ],
)
def test_occurrences(alarm, after, zone, expected):
    """Each local date of the rule rings once, at its time or the shifted one."""
    assert next_local(alarm, after, ZoneInfo(zone), count=len(expected) or 1) == expected


def test_search_after_a_shifted_ring_is_by_its_local_date():
    """After the ring at the shifted 03:30, the next one is 02:30 of the day after."""
    alarm = make_alarm(2, 30, rule=DAILY)
    rung = next_occurrence(alarm, local("2026-03-28 12:00"), BERLIN)
    following = next_occurrence(alarm, rung.due, BERLIN, not_before=rung.day + timedelta(days=1))
    assert following.due == local("2026-03-30 02:30")


def test_second_pass_of_an_overlap_does_not_ring():
    """Between the two 02:30 of the night, the next one is that of the day after."""
    alarm = make_alarm(2, 30, rule=DAILY)
    between = utc("2026-10-25 01:00")
    assert next_occurrence(alarm, between, BERLIN).due == local("2026-10-26 02:30")


def test_an_occurrence_is_named_by_its_wall_time():
    """A shifted ring keeps the date and time that the person set."""
    found = next_occurrence(make_alarm(2, 30, rule=DAILY), local("2026-03-28 12:00"), BERLIN)
    assert (found.day, found.time) == (date(2026, 3, 29), time(2, 30))


@pytest.mark.parametrize("rule", [Once(), DAILY, weekly(Weekday.MONDAY)])
@pytest.mark.parametrize("after", ["9998-12-30 12:00", "9999-12-28 12:00", "9999-12-31 20:00"])
def test_the_end_of_the_calendar_is_an_end(rule, after):
    """Where the calendar ends, so do the occurrences, without an error."""
    found = list(occurrences(make_alarm(7, rule=rule), utc(after), BERLIN))
    assert all(one.day < date(9999, 1, 1) for one in found)


def test_an_unknown_zone_rings_in_that_of_the_system():
    """An alarm whose zone this system does not know still rings, by the system's time."""
    alarm = make_alarm(zone="Atlantis/Capital")
    assert zone_of(alarm, BERLIN) is BERLIN


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Europe/Lisbon", True),
        ("UTC", True),
        ("Atlantis/Capital", False),
        ("Europe", False),
        ("", False),
        ("../../etc/passwd", False),
        ("/etc/passwd", False),
        ("a\x00b", False),
    ],
)
def test_zones_are_known_by_their_name(name, known):
    """Only the name of a zone is one; nothing else on the disk is read as such."""
    assert knows_zone(name) is known


WALL_TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
RULES = st.one_of(
    st.just(Once()),
    st.builds(OnDate, st.dates(date(2011, 6, 1), date(2030, 1, 1))),
    st.builds(Weekdays, st.frozensets(st.sampled_from(Weekday), min_size=1)),
)
NAIVE = datetime(2011, 1, 1), datetime(2029, 1, 1)  # noqa: DTZ001 - bounds of hypothesis
INSTANTS = st.datetimes(*NAIVE, timezones=st.just(UTC))
# Half of all cases lie within two days of a change of clocks.
NEAR_CHANGES = st.builds(
    lambda day, offset: utc(day) + timedelta(seconds=offset),
    st.sampled_from(
        ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-10-04", "2011-12-30"]
    ),
    st.integers(-2 * 86400, 2 * 86400),
)


def walked(rule, wall: time, after: datetime, zone: tzinfo, days: int) -> list[datetime]:
    """List the instants of a rule by looking at each day, from long before to long after."""
    first = after.astimezone(zone).date() - timedelta(days=3)
    due = set()
    for ahead in range(days):
        day = first + timedelta(days=ahead)
        match rule:
            case OnDate(chosen):
                rings = day == chosen
            case Weekdays(chosen):
                rings = day.weekday() in chosen
            case _:
                rings = True
        if rings:
            due.add(datetime.combine(day, wall).replace(tzinfo=zone).astimezone(UTC))
    return sorted(instant for instant in due if instant > after)


@given(RULES, WALL_TIMES, INSTANTS | NEAR_CHANGES, st.sampled_from(ZONES))
def test_occurrences_equal_a_walk_from_day_to_day(rule, wall, after, name):
    """Whatever the rule, time, zone and moment: what is listed is what a walk finds."""
    zone, days = ZoneInfo(name), 40
    alarm = make_alarm(wall.hour, wall.minute, wall.second, rule=rule)
    expected = walked(rule, wall, after, zone, days)
    if isinstance(rule, OnDate) and not expected and rule.day > after.date():
        return  # further away than the walk goes
    found = [one.due for one in islice(occurrences(alarm, after, zone), len(expected))]
    assert found == expected


@given(RULES, WALL_TIMES, INSTANTS | NEAR_CHANGES, st.sampled_from(ZONES))
def test_occurrences_strictly_increase_and_agree_with_the_next_one(rule, wall, after, name):
    """Each is later than the one before, and searching from each finds the following one."""
    zone = ZoneInfo(name)
    alarm = make_alarm(wall.hour, wall.minute, wall.second, rule=rule)
    listed = list(islice(occurrences(alarm, after, zone), 10))
    previous = after
    for one in listed:
        assert one.due > previous
        assert next_occurrence(alarm, previous, zone) == one
        previous = one.due


def test_the_second_pass_can_not_be_asked_for():
    """A time that is marked as the second of an overlap means the first all the same."""
    second = time(2, 30, fold=1)
    assert instant_of(date(2026, 10, 25), second, BERLIN) == utc("2026-10-25 00:30")
