"""The question whether the other half of the day was meant."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.certainty.half_day import FAR_AWAY, other_half
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, OnDate, OnDates, Weekday, Weekdays
from alarmclock.core.schedule import next_occurrence
from tests.core.builders import BERLIN, HOUR, MINUTE, ONCE, local, make_alarm

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY_MORNING = "2026-11-23 11:30"


def meant(hour, minute=0, *, now=MONDAY_MORNING, **more):
    """Give what may have been meant by a time that was typed in Berlin."""
    return other_half(make_alarm(hour, minute, **more), local(now), BERLIN)


@pytest.mark.parametrize(
    ("typed", "now", "expected"),
    [
        ((6, 30), "2026-11-23 11:30", time(18, 30)),
        ((1, 0), "2026-11-23 08:59", time(13)),
        ((12, 30), "2026-11-23 13:00", time(0, 30)),
        ((12, 30), "2026-11-23 20:00", time(0, 30)),
        ((11, 59), "2026-11-23 12:00", time(23, 59)),
        ((6, 30), "2026-11-23 14:30", None),
        ((6, 30), "2026-11-23 14:29", time(18, 30)),
        ((6, 30), "2026-11-23 19:00", None),
        ((7, 15), "2026-11-22 22:03", None),
        ((0, 30), "2026-11-23 01:00", None),
        ((13, 0), "2026-11-23 14:00", None),
        ((18, 30), "2026-11-23 19:00", None),
    ],
    ids=[
        "next morning",
        "just over 16 h",
        "noon, after it",
        "noon, in the evening",
        "a minute ago",
        "exactly 16 h",
        "a minute more than 16 h",
        "the evening is over",
        "the next morning is near",
        "midnight has no other figure",
        "13 is of the afternoon",
        "18:30 is of the evening",
    ],
)
def test_what_may_have_been_meant(typed, now, expected):
    """Only what is over 16 h away is asked about, and only where the other half comes sooner."""
    found = meant(*typed, now=now)
    assert (found.time if found else None) == expected


def test_the_question():
    """It says how far away the typed time is, and the time that may have been meant."""
    found = meant(6, 30)
    assert found.whole_question == "in 19 h; did you mean 18:30?"
    assert found.question == "did you mean 18:30?"


@pytest.mark.parametrize(
    ("rule", "asks"),
    [
        (ONCE, True),
        (Weekdays(EVERY_DAY), True),
        (Weekdays(WORKDAYS), True),
        (Weekdays(frozenset({Weekday.TUESDAY})), False),
        (Weekdays(frozenset({Weekday.FRIDAY})), False),
        (OnDate(date(2026, 11, 24)), False),
        (OnDates(frozenset({date(2026, 11, 24)})), False),
    ],
    ids=["once", "every day", "workdays", "tuesdays", "fridays", "on a date", "on dates"],
)
def test_a_named_day_is_not_asked_about(rule, asks):
    """A day that was named was thought about; one that only follows from the time was not."""
    assert (meant(6, 30, rule=rule) is not None) is asks


def test_noon_of_a_named_date_is_not_asked_about():
    """Its other half would come sooner, but nobody who says “tomorrow 12:30” means the night."""
    assert meant(12, 30, now="2026-11-23 13:00", rule=OnDate(date(2026, 11, 24))) is None


def test_what_is_further_away_than_a_day_was_meant():
    """The alarm of Monday, set on Friday, is for Monday."""
    assert meant(6, 30, now="2026-11-27 11:30", rule=Weekdays(WORKDAYS)) is None


def test_an_alarm_of_another_place_is_seen_from_there():
    """In Tokyo it is evening when the morning of Berlin asks."""
    assert meant(6, 30, zone="Asia/Tokyo") is None
    assert meant(12, 0, zone="Asia/Tokyo", now="2026-11-23 05:00").time == time(0)


def test_the_night_of_a_clock_change_counts_as_a_day():
    """25 hours that are one day on the clock are no more than a day."""
    found = meant(6, 30, now="2026-10-24 06:31")
    assert (found.time, found.left) == (time(18, 30), 25 * HOUR - MINUTE)


@given(
    now=st.integers(0, 2 * 365 * 24 * 60).map(lambda count: NEW_YEAR + count * MINUTE),
    wall=st.times().map(lambda wall: wall.replace(microsecond=0)),
    zone=st.sampled_from([BERLIN, UTC, ZoneInfo("Australia/Lord_Howe")]),
)
def test_the_other_half_is_always_sooner(now, wall, zone):
    """Whoever takes it is never rung later than as typed, and never asked about what is near."""
    alarm = make_alarm(wall.hour, wall.minute, wall.second)
    found = other_half(alarm, now, zone)
    if found is None:
        return
    taken = make_alarm(found.time.hour, found.time.minute, found.time.second)
    due = next_occurrence(alarm, now, zone).due
    assert now < next_occurrence(taken, now, zone).due < due
    assert due - now == found.left > FAR_AWAY
