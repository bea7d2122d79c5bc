"""What rings next is found in the order of the dues, whatever rules, rings and clocks there are."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.outlook.soonest import soonest
from alarmclock.core.ringing import Ending
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, EveryDays, Once, Weekdays
from tests.core.builders import (
    BERLIN,
    DAY,
    HOUR,
    MINUTE,
    NEW_YORK,
    SUNDAY_EVENING,
    Desk,
    local,
    make_alarm,
    make_ring,
    make_timer,
)

DAILY = Weekdays(EVERY_DAY)
RULES = (DAILY, Weekdays(WORKDAYS), Once(), EveryDays(3, date(2026, 11, 20)))


def found(desk):
    """Give what is found, as dues and ids."""
    return list(soonest(desk.book, desk.book.moment()))


def reckoned(desk):
    """Work out everything."""
    dues = ((desk.book.due(item.id), item.id) for item in desk.book)
    return sorted(pair for pair in dues if pair[0] is not None)


def test_alarms_come_in_the_order_of_their_dues():
    """What is off does not come at all."""
    alarms = [make_alarm(hour, rule=DAILY, item_id=str(hour)) for hour in (9, 7, 21)]
    desk = Desk(*alarms, make_alarm(item_id="off", armed_at=None))
    assert [item_id for _, item_id in found(desk)] == ["21", "7", "9"]


def test_few_are_worked_out_for_the_first():
    """Of a thousand with times all over the day."""
    desk = Desk(*(make_alarm(n % 24, n // 24, rule=DAILY, item_id=f"{n:04}") for n in range(1000)))
    asked = []
    due = desk.book.due
    desk.book.due = lambda item_id, moment=None: asked.append(item_id) or due(item_id, moment)
    first = list(islice(soonest(desk.book, desk.book.moment()), 10))
    assert len(asked) < 60
    assert first == reckoned(desk)[:10]


def test_a_timer_and_an_open_ring_are_among_them():
    """Each with its own due."""
    timer = make_timer(ends_at=SUNDAY_EVENING + MINUTE)
    desk = Desk(make_alarm(7, rule=DAILY), timer, now=local("2026-11-23 07:00"))
    ring = make_ring("2026-11-23")
    desk.book.commit(Change(rings=(RingChange(None, ring),)))
    assert found(desk) == reckoned(desk)
    assert {item_id for _, item_id in found(desk)} == {"alarm", "timer"}


def test_what_was_missed_while_nobody_looked_comes_first():
    """Its due is past."""
    alarm = make_alarm(7, rule=DAILY, armed_at=SUNDAY_EVENING - 3 * DAY)
    desk = Desk(alarm, make_alarm(21, rule=DAILY, item_id="later"))
    assert found(desk)[0] == (local("2026-11-20 07:00"), "alarm")


def test_a_rung_alarm_comes_on_another_day():
    """Its ring is over."""
    desk = Desk(make_alarm(7, rule=DAILY), now=local("2026-11-23 08:00"))
    ring = make_ring("2026-11-23").ended(local("2026-11-23 07:01"), Ending.DISMISSED)
    desk.book.commit(Change(rings=(RingChange(None, ring),)))
    assert found(desk) == [(local("2026-11-24 07:00"), "alarm")]


alarms = some.builds(
    lambda minutes, rule, zone, back, paused: replace(
        Alarm(time(minutes // 60, minutes % 60), rule, zone=zone),
        armed_at=SUNDAY_EVENING + back,
        pause=paused,
    ),
    some.integers(0, 1439),
    some.sampled_from(RULES),
    some.sampled_from([None, None, "America/New_York"]),
    some.sampled_from([timedelta(0), -HOUR, -2 * DAY, HOUR]),
    some.sampled_from([None, None, Pause(), Pause(date(2026, 11, 25))]),
)


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK], ids=["Berlin", "New York"])
@given(made=some.lists(alarms, max_size=12))
def test_the_order_is_that_of_working_out_everything(zone, made):
    """Whatever the alarms are."""
    desk = Desk(*made, zone=zone)
    assert found(desk) == reckoned(desk)


@pytest.mark.parametrize(
    "now",
    ["2026-03-28 12:00", "2026-03-29 01:30", "2026-10-24 20:00", "2026-10-25 02:30"],
)
def test_the_order_holds_over_a_change_of_clocks(now):
    """Around both nights of the year, in which times are left out or come twice."""
    begun = local(now)
    made = [
        make_alarm(n // 4, 15 * (n % 4), rule=DAILY, item_id=f"{n:02}", armed_at=begun)
        for n in range(96)
    ]
    desk = Desk(*made, now=begun)
    assert found(desk) == reckoned(desk)
    assert isinstance(found(desk)[0][0], datetime)


def test_a_deleted_alarm_is_passed_over():
    """Between two questions the book may have changed."""
    one, other = (make_alarm(hour, item_id=str(hour)) for hour in (7, 9))
    desk = Desk(one, other)
    left = soonest(desk.book, desk.book.moment())
    next(left)
    desk.book.commit(Change((ItemChange(other, None),)))
    assert list(left) == []
