"""Notifications on a server that people really use: dunst, on a screen of its own."""

import asyncio

import pytest

from alarmclock.core.surroundings.notifier import Notice, Press
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.notifying.notifications import BusNotifier
from tests.dunst import Dunst
from tests.e2e.process.screen import Screen
from tests.notification_server import eventually

RING = Notice(
    "<b>Tea</b> & scones",
    "07:00 <i>sharp\n" + "x" * 200,
    ((Press.STOP, "Stop"), (Press.SNOOZE, "Snooze for 5 minutes")),
    is_urgent=True,
)
UPCOMING = Notice("Rings in 10 minutes", "At 08:00", ((Press.OPEN, "Open"), (Press.SKIP, "Skip")))


class PatientDunst(Dunst):
    """A dunst that is asked without holding up the loop that the notifier runs on."""

    async def ask(self, *words):
        """Do what a person does, through dunst's own command."""
        return await asyncio.to_thread(self.control, *words)

    async def wait_for(self, count):
        """Wait until so many are displayed."""
        async with asyncio.timeout(10):
            while await asyncio.to_thread(self.shown) != count:
                pass


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    """A screen of our own."""
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


@pytest.fixture
def dunst(tmp_path, screen, private_bus):
    """A dunst that the test starts and kills."""
    private_bus.start()
    dunst = PatientDunst(tmp_path, screen, private_bus)
    yield dunst
    dunst.kill()


@pytest.fixture
async def notifier(private_bus, dunst):
    """A notifier on the bus of that dunst."""
    bus = Bus(BusKind.SESSION, private_bus.address)
    notifier = BusNotifier(bus)
    bus.start()
    notifier.start()
    yield notifier
    notifier.close()
    await notifier.closed()
    bus.close()
    await bus.closed()


async def test_a_ring_is_shown_pressed_and_taken_away(notifier, dunst):
    """Snooze is in its menu; it stays until whoever answered the press withdraws it."""
    pressed = []
    notifier.on_press(lambda *press: pressed.append(press))
    dunst.start()
    notifier.show("ring", RING)
    await eventually(lambda: notifier.server is not None)
    assert (notifier.server.name, notifier.server.has_actions) == ("dunst", True)
    await dunst.wait_for(1)
    notifier.show("ring", Notice("Tea", RING.body, RING.presses, is_urgent=True))
    notifier.show("ring", RING)
    dunst.want("Snooze")
    await dunst.ask("action", "0")
    await eventually(lambda: pressed == [("ring", Press.SNOOZE)])
    assert dunst.shown() == 1
    notifier.withdraw("ring")
    await dunst.wait_for(0)


async def test_a_press_on_the_notice_itself_opens(notifier, dunst):
    """It is the action of a click."""
    pressed = []
    notifier.on_press(lambda *press: pressed.append(press))
    dunst.start()
    notifier.show("upcoming", UPCOMING)
    await eventually(lambda: notifier.server is not None)
    await dunst.wait_for(1)
    await dunst.ask("action", "0")
    await eventually(lambda: pressed == [("upcoming", Press.OPEN)])


async def test_what_was_closed_by_hand_stays_closed(notifier, dunst):
    """Until it says something else."""
    dunst.start()
    notifier.show("ring", RING)
    await eventually(lambda: notifier.server is not None)
    await dunst.wait_for(1)
    await dunst.ask("close")
    await dunst.wait_for(0)
    notifier.show("ring", RING)
    notifier.show("upcoming", UPCOMING)
    await dunst.wait_for(1)
    assert dunst.history() == [RING.title]
    notifier.show("ring", Notice("Tea", "Snoozed until 07:05", is_urgent=True))
    await dunst.wait_for(2)


async def test_a_dunst_that_was_killed_and_started_again_shows_what_is_wanted(notifier, dunst):
    """Once each; a picture of it goes to who looks at the pictures."""
    dunst.start()
    notifier.show("ring", RING)
    notifier.show("upcoming", UPCOMING)
    await eventually(lambda: notifier.server is not None)
    await dunst.wait_for(2)
    dunst.kill()
    await eventually(lambda: notifier.server is None)
    dunst.start()
    await eventually(lambda: notifier.server is not None)
    await dunst.wait_for(2)
    assert dunst.screen.picture("notifications").stat().st_size
    notifier.close()
    await dunst.wait_for(0)
