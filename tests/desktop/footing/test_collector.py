"""The collector rests while much is made at once."""

import gc

import pytest

from alarmclock.desktop.footing.collector import Collector


@pytest.fixture
def collector():
    """Leave the collector as it was."""
    made = Collector()
    yield made
    made.give_back()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_it_rests_and_goes_on(collector):
    """What is there by then is not looked at again."""
    collector.rest()
    assert not gc.isenabled()
    collector.go_on()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_it_may_rest_twice(collector):
    """At the start and at the end, which may come before the start is over."""
    collector.rest()
    collector.rest()


def test_it_looks_at_nothing_on_the_way_out(collector):
    """Python would look at every alarm once more."""
    collector.rest()
    collector.look_no_more()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_one_that_was_off_stays_off():
    """Whoever turned it off has a reason."""
    gc.disable()
    try:
        collector = Collector()
        collector.rest()
        collector.go_on()
        collector.give_back()
        assert not gc.isenabled()
    finally:
        gc.enable()
