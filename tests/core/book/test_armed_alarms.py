"""The count of what is armed follows the book."""

from dataclasses import replace

from alarmclock.core.alarm import Pause
from alarmclock.core.book.armed_alarms import ArmedAlarms
from alarmclock.core.change import Change, ItemChange
from tests.core.builders import Desk, make_alarm, make_timer


def followed(*items):
    """Give a desk with these, and the count of what is armed on it."""
    desk = Desk(*items)
    armed = ArmedAlarms(desk.book)
    armed.start()
    return desk, armed


def commit(desk, before, after):
    """Put one alarm in the place of another."""
    desk.book.commit(Change(items=(ItemChange(before, after),)))


def paused(desk, armed):
    """Give the ids of those that were paused together."""
    return [alarm.id for alarm in armed.paused_together(desk.clock.now(), desk.clock.zone())]


def test_alarms_that_are_on_are_counted():
    """One that is off is not, and no timer."""
    off = make_alarm(item_id="b", armed_at=None)
    assert len(followed(make_alarm(item_id="a"), off, make_timer(item_id="t"))[1]) == 1


def test_the_count_follows_what_is_turned_off_and_deleted():
    """Step by step."""
    one, other = (make_alarm(item_id=name) for name in "ab")
    desk, armed = followed(one, other)
    commit(desk, one, replace(one, armed_at=None))
    assert len(armed) == 1
    commit(desk, other, None)
    assert len(armed) == 0


def test_only_those_that_were_paused_together_are_listed():
    """One paused by itself is not among them."""
    alone = replace(make_alarm(item_id="a"), pause=Pause())
    together = replace(make_alarm(item_id="b"), pause=Pause(together=True))
    desk, armed = followed(alone, together)
    assert paused(desk, armed) == ["b"]
    commit(desk, together, replace(together, pause=None))
    assert paused(desk, armed) == []


def test_one_that_is_off_is_not_listed():
    """Its pause means nothing."""
    alarm = replace(make_alarm(item_id="a"), pause=Pause(together=True))
    desk, armed = followed(alarm)
    commit(desk, alarm, replace(alarm, armed_at=None))
    assert paused(desk, armed) == []
