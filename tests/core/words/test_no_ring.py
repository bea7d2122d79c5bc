"""No ring: which entry keeps an alarm from ever ringing again, and its sentence."""

from dataclasses import replace
from datetime import date

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import MonthlyOnDay
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, OnDate, OnDates, Weekdays
from alarmclock.core.words.no_ring import refuse_without_ring
from tests.core.builders import BERLIN, SUNDAY_EVENING, make_alarm

DAILY = Weekdays(EVERY_DAY)
SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 11, day) for day in (21, 22, 23, 24))


def refused(alarm):
    """Give the field and the sentence of a refusal, None where there is none."""
    try:
        refuse_without_ring(alarm, (), SUNDAY_EVENING, BERLIN)
    except Invalid as error:
        return error.field, str(error)
    return None


@pytest.mark.parametrize(
    ("rule", "limits", "field", "sentence"),
    [
        (
            OnDate(SATURDAY),
            Limits(),
            "date",
            "This date and time are over. Choose a later one.",
        ),
        (
            OnDates(frozenset({SATURDAY, SUNDAY})),
            Limits(),
            "dates",
            "This rule has no more rings: all of its dates are over. Add a later one.",
        ),
        (
            DAILY,
            Limits(last=SATURDAY),
            "lastDate",
            "This rule has no more rings: its last date is over.",
        ),
        (
            MonthlyOnDay(31),
            Limits(last=TUESDAY),
            "lastDate",
            "This rule has no more rings until its last date. Choose a later one.",
        ),
        (
            DAILY,
            Limits(first=SATURDAY, times=1),
            "times",
            "This rule has no more rings: 1 time is over.",
        ),
        (
            DAILY,
            Limits(first=SATURDAY, last=SUNDAY, times=2),
            "lastDate",
            "This rule has no more rings: its last date is over.",
        ),
        (
            DAILY,
            Limits(last=TUESDAY, excepted=frozenset({MONDAY, TUESDAY})),
            "excepted",
            "This rule has no more rings: every date that is left is excepted.",
        ),
        (
            OnDates(frozenset({MONDAY})),
            Limits(first=TUESDAY),
            "firstDate",
            "This rule has no more rings from its first date on. Choose an earlier one.",
        ),
        (DAILY, Limits(first=date(9999, 1, 1)), "firstDate", None),
    ],
    ids=[
        "a date that is over",
        "dates that are over",
        "a last date that is over",
        "no date by the last one",
        "a number of times that is over",
        "both over",
        "all excepted",
        "the dates are before the first one",
        "beyond the calendar",
    ],
)
def test_the_entry_to_blame_is_named(rule, limits, field, sentence):
    """People read which entry to change, and why."""
    found = refused(replace(make_alarm(rule=rule), limits=limits))
    assert found is not None
    assert (found[0], sentence or found[1]) == (field, found[1])


@pytest.mark.parametrize(
    "alarm",
    [
        make_alarm(),
        make_alarm(rule=OnDate(SATURDAY), armed_at=None),
        replace(make_alarm(rule=DAILY), pause=Pause()),
        replace(make_alarm(rule=OnDates(frozenset({MONDAY}))), skipped=frozenset({MONDAY})),
    ],
    ids=["rings", "off", "paused until further notice", "skipped"],
)
def test_what_may_ring_again_is_not_refused(alarm):
    """What a person paused or skipped for a while is no mistake."""
    assert refused(alarm) is None
