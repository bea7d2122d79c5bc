"""The ways to ring follow what is armed."""

from dataclasses import replace

from alarmclock.core.book.armed_rings import ArmedRings
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ending
from tests.core.builders import Desk, make_alarm, make_ring, make_timer

LOUD, SOFT = RingSettings(volume=100), RingSettings(volume=20)


def followed(*items):
    """Give a desk with these, and the ways to ring of it."""
    desk = Desk(*items)
    rings = ArmedRings(desk.book)
    rings.start()
    return desk, rings


def commit(desk, before, after):
    """Put one alarm in the place of another."""
    desk.book.commit(Change(items=(ItemChange(before, after),)))


def test_each_way_is_given_once():
    """Two alarms that ring alike count as one."""
    alarms = (make_alarm(item_id=name, ring=LOUD) for name in "ab")
    assert followed(*alarms)[1].found == {LOUD}


def test_what_is_off_counts_for_nothing():
    """Neither an alarm that is off nor a timer that stands still."""
    off = make_alarm(item_id="a", ring=LOUD, armed_at=None)
    assert followed(off, make_timer(item_id="t"))[1].found == set()


def test_a_way_goes_with_the_last_alarm_that_has_it():
    """Turned off one after the other."""
    one, other = (make_alarm(item_id=name, ring=LOUD) for name in "ab")
    desk, rings = followed(one, other)
    commit(desk, one, replace(one, armed_at=None))
    assert rings.found == {LOUD}
    commit(desk, other, None)
    assert rings.found == set()


def test_an_alarm_that_rings_otherwise_is_followed():
    """The old way is gone."""
    alarm = make_alarm(ring=LOUD)
    desk, rings = followed(alarm)
    commit(desk, alarm, replace(alarm, ring=SOFT))
    assert rings.found == {SOFT}


def test_what_rings_counts_until_its_end():
    """An alarm that rings only once is off by then."""
    alarm = make_alarm(ring=LOUD, armed_at=None)
    desk, rings = followed(alarm)
    ring = replace(make_ring(), item_id=alarm.id)
    desk.book.commit(Change(rings=(RingChange(None, ring),)))
    assert rings.found == {LOUD}
    ended = ring.ended(ring.due, Ending.DISMISSED)
    desk.book.commit(Change(rings=(RingChange(ring, ended),)))
    assert rings.found == set()
