import pytest

from alarmclock.ui.activity.live_lines import LiveLines
from tests.ui.activity.builders import NOW, SECOND, tick, timer_tick


def shown(live):
    """Give the names of the lines from the top."""
    return [line.item_id for line in live.shown()]


def put_all(live, *ticks):
    """Take in some ticks."""
    for one in ticks:
        live.put(one)


def test_what_is_due_first_is_on_top():
    """Timers and alarms are in one order, that of their dues."""
    live = LiveLines()
    put_all(live, tick("gym", 300), timer_tick("tea", 2, 60), tick("nap", 20))
    assert shown(live) == ["nap", "tea", "gym"]


def test_only_the_first_alarms_have_a_line():
    """Of many alarms only those that are due first are shown."""
    live = LiveLines(most_alarms=2)
    put_all(live, tick("third", 30), tick("first", 10), tick("second", 20))
    assert shown(live) == ["first", "second"]


def test_every_timer_has_a_line():
    """The limit is for alarms; a timer was just started and is waited for."""
    live = LiveLines(most_alarms=0)
    put_all(live, timer_tick("tea", 2, 60), timer_tick("eggs", 2, 30), tick("gym", 1))
    assert shown(live) == ["eggs", "tea"]


def test_an_alarm_moves_up_when_one_before_it_ends():
    """A line that becomes free is given to the next alarm."""
    live = LiveLines(most_alarms=1)
    put_all(live, tick("first", 10), tick("second", 20))
    assert live.drop("first")
    assert shown(live) == ["second"]


def test_the_next_tick_takes_the_place_of_the_last():
    """One line a daemon tells the newest tick."""
    live = LiveLines()
    live.put(tick("gym", 10))
    newest = tick("gym", 9, at=NOW + SECOND)
    assert not live.put(newest)
    assert live.shown() == [newest]


@pytest.mark.parametrize("late", [0.0, 0.02, 0.999])
def test_a_tick_that_comes_late_changes_no_order(late):
    """Ticks tell whole seconds, so two daemons with one due would swap places for ever."""
    live = LiveLines()
    put_all(live, tick("first", 10), tick("second", 10))
    assert not live.put(tick("first", 9, at=NOW + SECOND * (1 + late)))
    assert shown(live) == ["first", "second"]


def test_a_timer_with_more_time_finds_its_new_place():
    """Another due is another place in the order."""
    live = LiveLines()
    put_all(live, timer_tick("tea", 2, 5), timer_tick("eggs", 2, 30))
    assert live.put(timer_tick("tea", 3, 65))
    assert shown(live) == ["eggs", "tea"]


def test_a_snoozed_timer_ticks_as_an_alarm():
    """A ring that is snoozed has no count of its own, and its line is still one."""
    live = LiveLines()
    put_all(live, timer_tick("tea", 4, 5), tick("tea", 1))
    assert live.shown() == [tick("tea", 1)]


def test_a_daemon_that_never_ticked_can_be_dropped():
    """Most daemons end without a line."""
    assert not LiveLines().drop("unknown")
