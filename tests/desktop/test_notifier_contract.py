"""What every Notifier promises: the one on paper and the one of the desktop alike."""

import pytest

from alarmclock.core.surroundings.notifier import (
    Notice,
    NotificationServer,
    PaperNotifier,
    Press,
)
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.notifying.notification_server import PATH
from alarmclock.desktop.notifying.notifications import BusNotifier
from tests.notification_server import ALL_ABILITIES, DISMISSED, NAME, FakeServer, eventually

RING = Notice("Tea", "07:00", ((Press.STOP, "Stop"), (Press.SNOOZE, "Snooze")), is_urgent=True)
SNOOZED = Notice("Tea", "Snoozed until 07:05", is_urgent=True)
UPCOMING = Notice("Rings in 10 minutes", presses=((Press.SKIP, "Skip this one"),))


class PaperDesk:
    """A desk with a notifier on paper."""

    def __init__(self):
        self.notifier = PaperNotifier(None)

    async def open(self):
        """Start with nobody who shows notifications."""
        self.notifier.start()

    async def close(self):
        """Put everything away."""
        self.notifier.close()

    async def start_server(self, *, has_actions=True):
        """Have a new server."""
        self.notifier.change(NotificationServer("fake", has_actions))

    async def stop_server(self):
        """Have no server any more."""
        self.notifier.change(None)

    async def settle(self):
        """Everything is done at once."""

    def seen(self):
        """List what a person sees."""
        return sorted((one.title, one.body) for one in self.notifier.shown.values())

    def times_told(self):
        """Count how often something was shown."""
        return len(self.notifier.history)

    def press(self, title, press):
        """Press something."""
        self.notifier.press(self._name(title), press)

    def dismiss(self, title):
        """Close one, as a person does."""
        self.notifier.dismiss(self._name(title))

    def _name(self, title):
        return next(name for name, one in self.notifier.shown.items() if one.title == title)


class BusDesk:
    """A desk with a bus, on which a fake server runs."""

    def __init__(self, address):
        self._address = address
        self._bus = Bus(BusKind.SESSION, address)
        self.notifier = BusNotifier(self._bus)
        self.server = FakeServer(address)

    async def open(self):
        """Start with nobody who shows notifications."""
        self._bus.start()
        self.notifier.start()
        await eventually(lambda: self.notifier.is_known)

    async def close(self):
        """Put everything away."""
        self.notifier.close()
        await self.notifier.closed()
        self._bus.close()
        await self._bus.closed()
        await self.server.stop()

    async def start_server(self, *, has_actions=True):
        """Have a new server."""
        await self.server.stop()
        abilities = ALL_ABILITIES if has_actions else ("body",)
        self.server = FakeServer(self._address, abilities)
        await self.server.start()
        await eventually(lambda: self.notifier.server is not None)

    async def stop_server(self):
        """Have no server any more."""
        await self.server.stop()
        await eventually(lambda: self.notifier.server is None or self.notifier._is_closing)

    async def settle(self):
        """Let all that is on its way to the server and back arrive: nothing is to be done then."""
        notifier = self.notifier
        if notifier.server is None:
            return
        await eventually(lambda: not any(b.needs_work for b in notifier._bubbles.values()))
        await self._bus.call(NAME, PATH, "org.freedesktop.DBus.Peer", "Ping")

    def seen(self):
        """List what a person sees."""
        return sorted((one.title, one.body) for one in self.server.visible.values())

    def times_told(self):
        """Count how often something was shown."""
        return len(self.server.told)

    def press(self, title, press):
        """Press something."""
        self.server.press(self._number(title), press.value)

    def dismiss(self, title):
        """Close one, as a person does."""
        self.server.close(self._number(title), DISMISSED)

    def _number(self, title):
        return next(number for number, one in self.server.visible.items() if one.title == title)


@pytest.fixture(params=["paper", "bus"])
async def empty_desk(request):
    """A desk on which nobody shows notifications."""
    if request.param == "paper":
        desk = PaperDesk()
    else:
        desk = BusDesk(request.getfixturevalue("lasting_bus").address)
    await desk.open()
    yield desk
    await desk.close()


@pytest.fixture
async def desk(empty_desk):
    """A desk with a server that shows notifications."""
    await empty_desk.start_server()
    return empty_desk


async def test_a_notice_is_shown(desk):
    """A person reads its title and body."""
    desk.notifier.show("ring", RING)
    await desk.settle()
    assert desk.seen() == [("Tea", "07:00")]


async def test_notices_of_different_names_stand_side_by_side(desk):
    """Two rings are two."""
    desk.notifier.show("ring", RING)
    desk.notifier.show("upcoming", UPCOMING)
    await desk.settle()
    assert [title for title, _ in desk.seen()] == ["Rings in 10 minutes", "Tea"]


async def test_a_name_is_replaced_not_repeated(desk):
    """However fast the notices follow each other."""
    desk.notifier.show("ring", RING)
    desk.notifier.show("ring", SNOOZED)
    desk.notifier.show("ring", RING)
    await desk.settle()
    desk.notifier.show("ring", SNOOZED)
    await desk.settle()
    assert desk.seen() == [("Tea", "Snoozed until 07:05")]


async def test_what_is_shown_already_is_not_told_again(desk):
    """Servers make a sound of it."""
    desk.notifier.show("ring", RING)
    await desk.settle()
    desk.notifier.show("ring", RING)
    await desk.settle()
    assert desk.times_told() == 1


async def test_a_notice_that_is_withdrawn_is_gone(desk):
    """Withdrawing what is not shown is nothing."""
    desk.notifier.show("ring", RING)
    await desk.settle()
    desk.notifier.withdraw("ring")
    desk.notifier.withdraw("never shown")
    await desk.settle()
    assert desk.seen() == []


async def test_a_notice_that_was_withdrawn_can_be_shown_again(desk):
    """The same words, too."""
    desk.notifier.show("ring", RING)
    desk.notifier.withdraw("ring")
    desk.notifier.show("ring", RING)
    await desk.settle()
    assert desk.seen() == [("Tea", "07:00")]


async def test_what_is_pressed_is_told_with_its_name(desk):
    """The program, not the server, knows what follows: an urgent one stays."""
    pressed = []
    desk.notifier.on_press(lambda name, press: pressed.append((name, press)))
    desk.notifier.show("ring", RING)
    desk.notifier.show("upcoming", UPCOMING)
    await desk.settle()
    desk.press("Tea", Press.SNOOZE)
    desk.press("Rings in 10 minutes", Press.SKIP)
    await eventually(lambda: pressed == [("ring", Press.SNOOZE), ("upcoming", Press.SKIP)])
    assert ("Tea", "07:00") in desk.seen()


async def test_what_a_person_has_closed_stays_closed_until_it_says_something_else(desk):
    """Also over a restart of the server."""
    desk.notifier.show("ring", RING)
    await desk.settle()
    desk.dismiss("Tea")
    await desk.settle()
    desk.notifier.show("ring", RING)
    await desk.settle()
    assert desk.seen() == []
    await desk.stop_server()
    await desk.start_server()
    await desk.settle()
    assert desk.seen() == []
    desk.notifier.show("ring", SNOOZED)
    await desk.settle()
    assert desk.seen() == [("Tea", "Snoozed until 07:05")]


async def test_a_restarted_server_is_told_once_what_is_still_wanted(desk):
    """Not what was withdrawn meanwhile, and what is wanted since, too."""
    desk.notifier.show("ring", RING)
    desk.notifier.show("upcoming", UPCOMING)
    await desk.settle()
    await desk.stop_server()
    desk.notifier.withdraw("upcoming")
    desk.notifier.show("ring", SNOOZED)
    await desk.start_server()
    await desk.settle()
    assert desk.seen() == [("Tea", "Snoozed until 07:05")]


async def test_without_a_server_notices_wait_for_one(empty_desk):
    """A program that starts with the login may be first."""
    empty_desk.notifier.show("ring", RING)
    await empty_desk.settle()
    assert empty_desk.seen() == []
    await empty_desk.start_server()
    await empty_desk.settle()
    assert empty_desk.seen() == [("Tea", "07:00")]


async def test_who_shows_notifications_is_told_at_each_change(empty_desk):
    """With what that server can do."""
    notifier, told = empty_desk.notifier, []
    notifier.listen(lambda: told.append(notifier.server))
    assert notifier.is_known
    assert notifier.server is None
    await empty_desk.start_server(has_actions=False)
    assert notifier.server == NotificationServer("fake", has_actions=False)
    await empty_desk.stop_server()
    await empty_desk.start_server()
    assert told == [
        NotificationServer("fake", has_actions=False),
        None,
        NotificationServer("fake", has_actions=True),
    ]


async def test_closing_takes_everything_away_and_is_the_end(desk):
    """Nothing is called back any more."""
    called = []
    desk.notifier.listen(lambda: called.append("changed"))
    desk.notifier.on_press(lambda *_: called.append("pressed"))
    desk.notifier.show("ring", RING)
    desk.notifier.show("upcoming", UPCOMING)
    await desk.settle()
    desk.notifier.close()
    await eventually(lambda: desk.seen() == [])
    await desk.stop_server()
    assert not called
