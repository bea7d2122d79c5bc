"""What will ring, and what became of what rang, each with its reason."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

import pytest

from alarmclock.core.activity.events import Armed, Edited, Missed, Paused, TurnedOff
from alarmclock.core.alarm import Pause
from alarmclock.core.outlook.entry import Fate
from alarmclock.core.outlook.outlook import outlook
from alarmclock.core.outlook.passed import back
from alarmclock.core.outlook.to_come import ahead
from alarmclock.core.ringing import Cause, Ending, Ring, claim_missed
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, OnDate, Weekdays
from alarmclock.core.schedule import Occurrence
from tests.core.builders import DAY, MINUTE, SUNDAY_EVENING, Desk, local, make_alarm, make_timer

DAILY = make_alarm(rule=Weekdays(EVERY_DAY), label="Gym")
WEEK_LATER = SUNDAY_EVENING + 7 * DAY
LONG_AGO = SUNDAY_EVENING - 30 * DAY


def ahead_of(*items):
    """Say what is planned for the week."""
    book = Desk(*items).book
    return [
        (f"{entry.due.astimezone(book.clock.zone()):%d %H:%M}", entry.name, entry.reason)
        for entry in ahead(book, SUNDAY_EVENING, WEEK_LATER)
    ]


def test_a_week_of_two_alarms_in_the_order_of_their_dues():
    """A timer that does not run has no place in it."""
    work = make_alarm(8, label="Work", item_id="work")
    assert ahead_of(DAILY, work, make_timer())[:3] == [
        ("23 07:00", "Gym", ""),
        ("23 08:00", "Work", ""),
        ("24 07:00", "Gym", ""),
    ]


def test_a_timer_that_runs_is_ahead_until_it_rings():
    """It is told of by its length, and nothing of it can be skipped."""
    desk = Desk(DAILY, make_timer(20, ends_at=SUNDAY_EVENING + 20 * MINUTE))
    entries = list(islice(ahead(desk.book, SUNDAY_EVENING, WEEK_LATER), 2))
    assert [(one.name, one.reason, one.can_skip) for one in entries] == [
        ("20 min timer", "", False),
        ("Gym", "", True),
    ]
    assert list(ahead(desk.book, SUNDAY_EVENING, SUNDAY_EVENING + 19 * MINUTE)) == []
    desk.at("2026-11-22 20:50").bring("timer")
    desk.answering.snooze("timer", 10 * MINUTE)
    found = ahead(desk.book, desk.clock.now(), WEEK_LATER, "timer")
    assert [(one.name, one.reason) for one in found] == [("20 min timer", "snoozed until 21:00")]


def test_each_special_ring_has_its_reason():
    """Paused, excepted, skipped, and where it ends."""
    limits = Limits(last=date(2026, 11, 27), excepted=frozenset({date(2026, 11, 24)}))
    skipped = frozenset({date(2026, 11, 25)})
    alarm = replace(DAILY, limits=limits, skipped=skipped, pause=Pause(date(2026, 11, 24)))
    assert [reason for _, _, reason in ahead_of(alarm)] == [
        "paused",
        "excepted",
        "skipped",
        "",
        "ends here",
    ]


def test_a_snoozed_ring_is_ahead_too():
    """With the time to which it was snoozed."""
    desk = Desk(DAILY).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.snooze("alarm", 10 * MINUTE)
    first = next(ahead(desk.book, desk.clock.now(), desk.clock.now() + DAY))
    assert (first.reason, first.fate) == ("snoozed until 07:10", Fate.SPECIAL)


def test_a_question_is_ahead_too():
    """With the time at which it is asked, and nothing when it is over."""
    asking = replace(DAILY, ring=replace(DAILY.ring, awake_after=10 * MINUTE))
    desk = Desk(asking).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.dismiss("alarm")
    now = desk.clock.now()
    first = next(ahead(desk.book, now, now + DAY))
    assert (first.reason, first.fate) == ("asks at 07:10 whether you are awake", Fate.SPECIAL)
    desk.answering.dismiss("alarm")
    assert next(ahead(desk.book, now, now + DAY)).due == now + DAY


def test_what_can_be_skipped_and_taken_back():
    """A ring of a repeating alarm, and a skipped one."""
    alarm = replace(DAILY, skipped=frozenset({date(2026, 11, 23)}))
    book = Desk(alarm, make_alarm(9, item_id="once")).book
    entries = list(islice(ahead(book, SUNDAY_EVENING, WEEK_LATER), 3))
    assert [(one.can_skip, one.can_take_back) for one in entries] == [
        (False, True),
        (False, False),
        (True, False),
    ]


def test_one_alarm_alone():
    """The others are left out."""
    book = Desk(DAILY, make_alarm(9, item_id="once")).book
    found = ahead(book, SUNDAY_EVENING, WEEK_LATER, "once")
    assert [entry.item_id for entry in found] == ["once"]


def test_ten_thousand_alarms_are_not_all_worked_out():
    """Only as far as somebody reads."""
    many = [make_alarm(rule=Weekdays(EVERY_DAY), item_id=f"a{n}") for n in range(300)]
    book = Desk(*many).book
    found = list(islice(ahead(book, SUNDAY_EVENING, SUNDAY_EVENING + 9000 * DAY), 10))
    assert len(found) == 10


# Backwards

NOVEMBER_20 = local("2026-11-20 07:00")
WHO = {"item_id": "alarm", "label": "Gym"}
ARMED = Armed(at=LONG_AGO, due=NOVEMBER_20, **WHO)


def occurrence(day):
    """Give the occurrence of a day of November."""
    return Occurrence("alarm", date(2026, 11, day), DAILY.time, local(f"2026-11-{day} 07:00"))


def became(alarm, rings=(), events=(), since="2026-11-20 00:00"):
    """Say what became of the days from the 20th on, as read on Sunday evening, the 22nd."""
    book = Desk(alarm).book
    entries = back(
        book, local(since), SUNDAY_EVENING, [("Gym", ring) for ring in rings], lambda _: events
    )
    return {entry.day.day: entry.reason for entry in entries}


def test_what_rang_tells_how():
    """When it began, and how it ended."""
    due = occurrence(21).due
    ring = Ring("alarm", date(2026, 11, 21), DAILY.time, due, rang_at=due, started_at=due)
    told = became(DAILY, [ring.ended(due + MINUTE, Ending.DISMISSED)], [ARMED])
    assert told[21] == "stopped, on time, a person stopped it after 1 min"


def test_what_was_missed_tells_why():
    """By its cause."""
    ring = claim_missed(occurrence(22), SUNDAY_EVENING, Cause.ASLEEP)
    told = became(DAILY, [ring], [ARMED])
    assert told[22] == "missed, never began to sound, the computer was asleep"


def test_older_ones_that_a_newer_took_the_place_of():
    """Of many missed days only the newest has a ring."""
    ring = claim_missed(occurrence(22), SUNDAY_EVENING, Cause.PROGRAM_CLOSED)
    missed = Missed(at=SUNDAY_EVENING, due=ring.due, cause=ring.cause, **WHO)
    told = became(DAILY, [ring], [ARMED, missed])
    assert (
        told[20] == told[21] == ("passed over, a newer ring took its place: the program was closed")
    )


@pytest.mark.parametrize(
    ("alarm", "events", "reason"),
    [
        (replace(DAILY, skipped=frozenset({date(2026, 11, 22)})), [ARMED], "skipped"),
        (
            replace(DAILY, limits=Limits(excepted=frozenset({date(2026, 11, 22)}))),
            [ARMED],
            "excepted",
        ),
        (DAILY, [ARMED, TurnedOff(at=NOVEMBER_20, **WHO)], "it was off"),
        (DAILY, [ARMED, Paused(at=NOVEMBER_20, until=None, **WHO)], "paused"),
        (DAILY, [ARMED, Paused(at=NOVEMBER_20, until=date(2026, 11, 23), **WHO)], "paused"),
        (
            DAILY,
            [ARMED, Edited(at=SUNDAY_EVENING, what="06:00 → 07:00", **WHO)],
            "it was another alarm then, and was changed later",
        ),
        (DAILY, [ARMED], "no record: the program was closed, or the alarm was off"),
    ],
    ids=[
        "skipped",
        "excepted",
        "off",
        "paused",
        "paused until a date",
        "another alarm",
        "no record",
    ],
)
def test_why_it_did_not_ring(alarm, events, reason):
    """As far as the record tells."""
    assert became(alarm, (), events, since="2026-11-22 00:00") == {22: reason}


def test_before_it_was_set_nothing_was_due():
    """An alarm made on Sunday evening has no Sunday morning."""
    armed = Armed(at=SUNDAY_EVENING, due=SUNDAY_EVENING, **WHO)
    assert became(DAILY, (), [armed]) == {}


def test_the_record_of_a_deleted_alarm_is_there():
    """By the label that it had."""
    due = occurrence(21).due
    ring = Ring("gone", date(2026, 11, 21), DAILY.time, due, rang_at=due, started_at=due)
    entries = back(Desk().book, due - DAY, SUNDAY_EVENING, [("Old", ring)], lambda _: [])
    assert [(entry.name, entry.fate) for entry in entries] == [("Old", Fate.RANG)]
    assert entries[0].due + timedelta(0) == due


class NoRecord:
    """Nothing was kept."""

    asked = None

    def __init__(self):
        self.told = []

    def rings_between(self, *span):
        """Note what was asked for."""
        self.asked = span
        return []

    def begun(self):
        """Tell that the alarm was set long ago."""
        return {"alarm": LONG_AGO}

    def told_of(self, item_id, since):
        """Tell that each alarm was set long ago."""
        del since
        self.told.append(item_id)
        return [ARMED]


def test_a_span_around_now_is_past_and_plan():
    """In one list."""
    found = outlook(Desk(DAILY).book, NoRecord(), SUNDAY_EVENING - DAY, SUNDAY_EVENING + DAY)
    assert [(entry.day.day, entry.fate) for entry in found.entries] == [
        (22, Fate.SILENT),
        (23, Fate.RINGS),
    ]
    assert not found.is_cut


def test_nobody_is_asked_for_who_was_not_set_yet():
    """Of ten thousand alarms that would take long, and there is nothing to tell."""
    record = NoRecord()
    new = replace(DAILY, id="new")
    outlook(Desk(DAILY, new).book, record, SUNDAY_EVENING - 2 * DAY, SUNDAY_EVENING)
    assert record.told == ["alarm"]


def test_a_day_that_was_excepted_is_told_of_a_new_alarm():
    """Whoever excepted it looks for it."""
    limits = Limits(excepted=frozenset({date(2026, 11, 21)}))
    new = replace(DAILY, id="new", limits=limits)
    found = outlook(Desk(new).book, NoRecord(), SUNDAY_EVENING - 2 * DAY, SUNDAY_EVENING)
    assert "excepted" in [entry.reason for entry in found.entries]


def test_of_the_past_only_the_past_is_asked_for():
    """A plan needs no record."""
    record = NoRecord()
    outlook(Desk(DAILY).book, record, SUNDAY_EVENING, SUNDAY_EVENING + DAY)
    assert record.asked is None


@pytest.mark.parametrize(("most", "is_cut"), [(6, True), (7, False)])
def test_more_than_can_be_read_is_cut(most, is_cut):
    """What is next to now stays, and it says so."""
    found = outlook(Desk(DAILY).book, NoRecord(), SUNDAY_EVENING, WEEK_LATER, most=most)
    assert (len(found.entries), found.entries[0].day.day) == (most, 23)
    assert found.is_cut is is_cut


def test_an_alarm_of_one_date_that_was_off_is_told_of():
    """Somebody may have relied on it."""
    flight = replace(make_alarm(6, rule=OnDate(date(2026, 11, 21))), armed_at=None)
    turned_off = TurnedOff(at=NOVEMBER_20, item_id="alarm", label="")
    assert became(flight, (), [ARMED, turned_off]) == {21: "it was off"}
