from datetime import date

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, Once, OnDates, Weekdays
from alarmclock.ui.editor.plan_text import PlanLine, plan_lines
from tests.ui.editor.builders import NOW, PARIS, make_alarm

DAILY = Weekdays(EVERY_DAY)
MONDAY = date(2026, 11, 23)


def lines(**more):
    """Write out the rings of an alarm."""
    return plan_lines(make_alarm(**more), NOW, PARIS)


def test_five_rings_are_written_out():
    """Each with its day and time."""
    assert lines(rule=DAILY) == [
        PlanLine("Mon 23 Nov, 07:15"),
        PlanLine("Tue 24 Nov, 07:15"),
        PlanLine("Wed 25 Nov, 07:15"),
        PlanLine("Thu 26 Nov, 07:15"),
        PlanLine("Fri 27 Nov, 07:15"),
    ]


def test_an_alarm_that_is_off_is_written_out_as_if_it_were_on():
    """Save turns it on."""
    assert lines(rule=Once(), armed_at=None) == [PlanLine("Mon 23 Nov, 07:15")]


def test_the_year_is_said_where_it_is_another():
    """A list may reach far."""
    days = OnDates(frozenset({date(2026, 12, 31), date(2027, 1, 1)}))
    assert [line.ring for line in lines(rule=days)] == [
        "Thu 31 Dec, 07:15",
        "Fri 1 Jan 2027, 07:15",
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"limits": Limits(last=MONDAY)}, [PlanLine("Mon 23 Nov, 07:15", "ends here")]),
        (
            {"skipped": frozenset({MONDAY}), "limits": Limits(last=date(2026, 11, 24))},
            [PlanLine("Mon 23 Nov, 07:15", "skipped"), PlanLine("Tue 24 Nov, 07:15", "ends here")],
        ),
        ({"pause": Pause()}, [PlanLine("Paused until it is resumed")]),
        ({"pause": Pause(date(2026, 11, 20))}, lines(rule=DAILY)),
        (
            {"zone": "Asia/Tokyo", "limits": Limits(last=MONDAY)},
            [PlanLine("Mon 23 Nov, 07:15 (Sun 23:15 here)", "ends here")],
        ),
        (
            {"zone": "Europe/Lisbon", "limits": Limits(last=MONDAY)},
            [PlanLine("Mon 23 Nov, 07:15 (08:15 here)", "ends here")],
        ),
    ],
    ids=["the last", "skipped", "paused", "a pause that is over", "another day here", "same day"],
)
def test_what_is_special_is_said(more, expected):
    """Below the ring that it is about."""
    assert lines(rule=DAILY, **more) == expected
