"""The keeper when daemons fail."""

from dataclasses import replace
from itertools import pairwise

import pytest

from alarmclock.core.activity.events import Armed, Failed, Rang, Ticked
from alarmclock.daemons.clock import settle
from tests.daemons.builders import (
    DAILY,
    MINUTE,
    NOW,
    SECOND,
    BentRule,
    make_alarm,
    make_timer,
)

SEVEN = NOW + 30 * MINUTE


def dues(events):
    """List the dues of events."""
    return [event.due for event in events]


END = {
    "delete": lambda world, alarm: world.editing.remove(alarm.id),
    "off": lambda world, alarm: world.editing.switch(alarm.id, on=False),
}
each_end = pytest.mark.parametrize("end", END.values(), ids=END.keys())


async def test_a_failure_is_reported_with_its_reason(world, caplog):
    """A daemon that raises says why, and when it is armed again."""
    alarm = make_alarm(7)
    world.broken[alarm.id] = ValueError("the ring is bent")
    await world.start([alarm])
    await world.run_for(minutes=30)
    assert [event.reason for event in world.of(Failed)] == ["the ring is bent; armed again in 1 s"]
    assert "the ring is bent" in caplog.text


async def test_a_failure_without_words_is_named(world, caplog):
    """An error that has no text is told by its name."""
    alarm = make_alarm(7)
    world.broken[alarm.id] = ZeroDivisionError()
    await world.start([alarm])
    await world.run_for(minutes=30)
    assert world.of(Failed)[0].reason.startswith("ZeroDivisionError; ")


async def test_failures_are_tried_again_ever_more_seldom(world, caplog):
    """A daemon that fails is armed again after 1, 2, 4 s, and so on up to a minute."""
    alarm = make_alarm(6, 30, second=1)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(minutes=5)
    moments = world.times(Failed)
    pauses = [later - before for before, later in pairwise(moments)]
    assert [pause / SECOND for pause in pauses] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_what_is_mended_rings(world, caplog):
    """Once the reason is gone the alarm rings, however late it may be allowed to be."""
    alarm = make_alarm(6, 30, second=1)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(seconds=2.5)
    world.broken.clear()
    await world.run_for(minutes=1)
    assert world.story() == ["Failed", "Armed", "Failed", "Armed", "Rang"]


async def test_a_failure_disturbs_no_other(world, caplog):
    """While one daemon fails again and again the others tick and ring on time."""
    bad = make_alarm(6, 30, second=1)
    world.broken[bad.id] = ValueError("no")
    world.keeper.watch({"timer"}, timers=False)
    await world.start([bad, make_timer(60).started(NOW), make_alarm(7)])
    await world.run_for(minutes=30)
    assert [tick.count for tick in world.of(Ticked)] == list(range(1, 61))
    assert world.times(Rang) == [MINUTE, 30 * MINUTE]


async def test_after_a_good_time_pauses_begin_anew(world, caplog):
    """A daemon that failed long ago is armed again quickly when it fails anew."""
    alarm = make_alarm(7, rule=DAILY)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.broken.clear()
    await world.run_for(hours=23)
    world.broken[alarm.id] = ValueError("no")
    failures = len(world.of(Failed))
    await world.run_for(hours=1)
    assert world.of(Failed)[failures].reason == "no; armed again in 1 s"


async def test_an_edit_ends_the_pause_after_a_failure(world, caplog):
    """Whoever mends an alarm does not wait for its daemon: it rings at its new due."""
    alarm = make_alarm(6, 30, second=1)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(seconds=40)
    world.broken.clear()
    later = replace(make_alarm(6, 30, second=50), id=alarm.id)
    world.editing.replace(later)
    await world.run_for(minutes=1)
    assert world.times(Rang) == [50 * SECOND]


async def test_being_seen_does_not_end_the_pause(world, caplog):
    """Scrolling past a failed alarm does not make it fail more often."""
    alarm = make_alarm(6, 30, second=1)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(seconds=20)
    failures = len(world.of(Failed))
    world.keeper.watch({alarm.id}, timers=False)
    await settle()
    assert len(world.of(Failed)) == failures


@each_end
async def test_the_end_in_the_pause_after_a_failure_is_reported_once(world, caplog, end):
    """An alarm that failed and is deleted or turned off reports once that it is cancelled."""
    alarm = make_alarm(6, 30, second=1)
    world.broken[alarm.id] = ValueError("no")
    await world.start([alarm])
    await world.run_for(seconds=1)
    end(world, alarm)
    await world.run_for(minutes=5)
    assert world.story() == ["Failed", "Cancelled"]
    assert world.tasks() == set()


async def test_an_alarm_without_a_next_ring_fails_alone(world, caplog):
    """An alarm whose next ring can't be told is failed; all others are armed."""
    lost = make_alarm(7, rule=BentRule(), id="lost")
    await world.start([lost, make_alarm(7), make_alarm(8)])
    assert [event.item_id for event in world.of(Failed)] == ["lost"]
    assert "the rule is bent" in world.of(Failed)[0].reason
    await world.run_for(minutes=30)
    assert dues(world.of(Rang)) == [SEVEN]


async def test_an_alarm_without_a_next_ring_can_be_mended(world, caplog):
    """Given a rule that can be asked, the failed alarm is armed at once."""
    lost = make_alarm(7, rule=BentRule(), id="lost")
    await world.start([lost])
    world.editing.replace(replace(lost, rule=DAILY))
    await settle()
    assert dues(world.of(Armed)) == [SEVEN]


async def test_nudging_all_survives_a_broken_one(world, caplog):
    """A jump of the clock reaches the good alarms beside a broken one."""
    await world.start([make_alarm(7, rule=BentRule(), id="lost"), make_alarm(7)])
    await world.set_wall(31 * MINUTE)
    assert dues(world.of(Rang)) == [SEVEN]
