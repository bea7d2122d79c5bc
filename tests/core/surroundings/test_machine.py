"""A computer on paper."""

from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.core.surroundings.notifier import Notice, PaperNotifier
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import PaperWakefulness


def test_it_is_left_as_it_was():
    """Closed, it is muted again, plays on, may sleep, and shows nothing."""
    muted = Output("Speakers", is_muted=True, volume=20)
    media, wakefulness, notifier = PaperPlayers(["Songs"]), PaperWakefulness(), PaperNotifier()
    machine = Machine(FixedOutlet(muted), notifier, media, wakefulness)
    machine.start()
    machine.outlet.raise_to(70)
    paused = []
    machine.media.pause(paused.append)
    machine.wakefulness.hold("Gym rings")
    machine.last_resort.begin(80)
    machine.notifier.show("ring", Notice("Gym"))
    assert paused == [["Songs"]]
    machine.close()
    assert machine.outlet.output == muted
    assert media.playing == ["Songs"]
    assert wakefulness.reason is None
    assert machine.last_resort.volume is None
    assert notifier.shown == {}
