import asyncio

import pytest

from alarmclock.core.surroundings.notifier import Notice, NotificationServer, Press
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.notifying.notifications import BusNotifier
from tests.notification_server import (
    DISMISSED,
    EXPIRED,
    FakeServer,
    eventually,
)

RING = Notice("Tea", "07:00", ((Press.STOP, "Stop"), (Press.SNOOZE, "Snooze")), is_urgent=True)
SNOOZED = Notice("Tea", "Snoozed until 07:05", is_urgent=True)
UPCOMING = Notice("Rings in 10 minutes")
SHORT_S = 0.02


class Desk:
    """A bus, a notifier on it, and servers that come and go."""

    def __init__(self, private):
        self.private = private
        self.bus = Bus(BusKind.SESSION, private.address, first_wait_s=SHORT_S)
        self.notifier = BusNotifier(self.bus, try_again_after_s=SHORT_S)
        self.servers = []

    async def serve(self, *args, **keywords):
        """Have a server and wait until it is known."""
        server = FakeServer(self.private.address, *args, **keywords)
        self.servers.append(server)
        await server.start()
        await eventually(lambda: self.notifier.server is not None)
        return server

    async def close(self):
        """Put everything away."""
        self.notifier.close()
        self.bus.close()
        await self.notifier.closed()
        await self.bus.closed()
        for server in self.servers:
            await server.stop()


@pytest.fixture
async def open_desk():
    """Open a desk on a bus."""
    desks = []

    def open_one(private):
        desk = Desk(private)
        desks.append(desk)
        desk.bus.start()
        desk.notifier.start()
        return desk

    yield open_one
    for desk in desks:
        await desk.close()


@pytest.fixture
async def desk(open_desk, lasting_bus):
    """A desk on which nobody shows notifications yet."""
    desk = open_desk(lasting_bus)
    await eventually(lambda: desk.notifier.is_known)
    return desk


# What is said


async def test_a_server_is_told_all_that_it_needs(desk):
    """Program, icon, buttons, urgency, category; kept until it is answered."""
    server = await desk.serve()
    desk.notifier.show("ring", RING)
    (told,) = await eventually(lambda: server.told)
    assert (told.app_name, told.icon, told.replaces) == ("Alarm Clock", "alarmclock", 0)
    assert told.buttons == {"stop": "Stop", "snooze": "Snooze"}
    assert told.hint("urgency") == ("y", 2)
    assert told.hint("category") == ("s", "alarm")
    assert told.expires_ms == 0


async def test_a_server_without_buttons_and_markup_gets_neither(desk):
    """The text is what a person has written."""
    server = await desk.serve(("body",))
    assert desk.notifier.server == NotificationServer("fake", has_actions=False)
    desk.notifier.show("ring", Notice("A & B", "<b>1 & 2</b>", RING.presses))
    (told,) = await eventually(lambda: server.told)
    assert (told.title, told.body, told.actions) == ("A & B", "<b>1 & 2</b>", [])


async def test_urgent_notices_come_first(desk):
    """When a server appears, the ring is not behind the rest."""
    desk.notifier.show("upcoming", UPCOMING)
    desk.notifier.show("ring", RING)
    server = await desk.serve()
    await eventually(lambda: len(server.told) == 2)
    assert [told.title for told in server.told] == ["Tea", "Rings in 10 minutes"]


@pytest.mark.parametrize(
    "label",
    ["<b>bold</b> & <i>more", "one\ntwo", "x" * 200, "⏰ 👩‍👩‍👧", "\0\x1b[0m", "\ud83d", "&amp;"],
    ids=["markup", "lines", "long", "emoji", "control", "half a character", "entity"],
)
async def test_no_label_can_harm_the_connection(desk, label):
    """Each arrives, and the next one, too."""
    server = await desk.serve()
    desk.notifier.show("ring", Notice(label, label, ((Press.STOP, label),), is_urgent=True))
    await eventually(lambda: len(server.told) == 1)
    desk.notifier.show("upcoming", UPCOMING)
    await eventually(lambda: len(server.told) == 2)


# Slow servers


async def test_a_server_that_answers_late_never_shows_two(desk):
    """The number of the first comes after the third was wanted."""
    server = await desk.serve()
    server.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.told)
    desk.notifier.show("ring", UPCOMING)
    desk.notifier.show("ring", SNOOZED)
    assert len(server.told) == 1
    server.release()
    await eventually(lambda: len(server.told) == 2)
    assert [told.body for told in server.visible.values()] == ["Snoozed until 07:05"]
    assert server.told[1].replaces == server.only()


async def test_what_is_withdrawn_before_the_answer_is_closed_after_it(desk):
    """Its number was not known before."""
    server = await desk.serve()
    server.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.told)
    desk.notifier.withdraw("ring")
    server.release()
    await eventually(lambda: not server.visible)
    assert server.calls[-1] == "CloseNotification"


async def test_what_is_being_said_at_the_end_is_closed_when_it_was_said(desk):
    """Nobody would take it away later."""
    server = await desk.serve()
    server.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.told)
    desk.notifier.close()
    server.release()
    await eventually(lambda: not server.visible)
    await desk.notifier.closed()


async def test_what_happens_right_after_the_answer_is_not_missed(desk):
    """Answer, press and close come in one go."""
    server = await desk.serve()
    pressed = []
    desk.notifier.on_press(lambda name, press: pressed.append((name, press)))
    server.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.told)
    number = server.only()
    server.press(number, "stop")
    server.close(number, DISMISSED)
    server.release()
    await eventually(lambda: pressed == [("ring", Press.STOP)])
    desk.notifier.show("ring", RING)
    desk.notifier.show("upcoming", UPCOMING)
    await eventually(lambda: server.titles() == ["Rings in 10 minutes"])


# Servers that fail


async def test_a_refusal_is_tried_again(desk, caplog):
    """It is put into the log once."""
    server = await desk.serve()
    server.answers_left_to_fail = 2
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.titles() == ["Tea"])
    (record,) = caplog.records
    assert record.message == (
        "The notification “ring” could not be shown: "
        "org.freedesktop.Notifications refused: Too many."
    )


async def test_a_refusal_of_one_does_not_hold_up_another(open_desk, lasting_bus, caplog):
    """The other need not wait for the next try."""
    desk = open_desk(lasting_bus)
    desk.notifier._try_again_after_s = 60
    server = await desk.serve()
    server.answers_left_to_fail = 1
    desk.notifier.show("ring", RING)
    await eventually(lambda: caplog.records)
    desk.notifier.show("upcoming", UPCOMING)
    await eventually(lambda: server.titles() == ["Rings in 10 minutes"])
    desk.notifier.show("ring", SNOOZED)
    await eventually(lambda: server.titles() == ["Rings in 10 minutes", "Tea"])


async def test_an_urgent_one_that_the_server_lets_expire_is_shown_again(desk):
    """It is kept until it is answered; one that can wait has been seen."""
    server = await desk.serve()
    desk.notifier.show("upcoming", UPCOMING)
    await eventually(lambda: server.visible)
    server.close(server.only(), EXPIRED)
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.visible)
    server.close(server.only(), EXPIRED)
    await eventually(lambda: server.titles() == ["Tea"])
    assert [told.title for told in server.told] == ["Rings in 10 minutes", "Tea", "Tea"]


async def test_a_server_that_takes_over_is_told_everything_once(desk):
    """The name is never free: the old one is replaced."""
    first = await desk.serve(name="first")
    desk.notifier.show("ring", RING)
    await eventually(lambda: first.visible)
    second = await desk.serve(name="second")
    await eventually(lambda: second.visible)
    assert desk.notifier.server == NotificationServer("second", has_actions=True)
    assert [(told.title, told.replaces) for told in second.told] == [("Tea", 0)]


async def test_a_server_that_takes_over_is_told_what_the_last_one_never_answered(desk):
    """It hung; when it answers after all, that means nothing any more."""
    first = await desk.serve(name="first")
    first.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: first.told)
    second = await desk.serve(name="second", first_number=40)
    await eventually(lambda: second.titles() == ["Tea"])
    first.release()
    desk.notifier.withdraw("ring")
    await eventually(lambda: not second.visible)


async def test_a_number_of_the_server_before_means_nothing(desk):
    """The new one may give the same number to something else."""
    first = await desk.serve()
    pressed = []
    desk.notifier.on_press(lambda *press: pressed.append(press))
    desk.notifier.show("ring", RING)
    await eventually(lambda: first.visible)
    number = first.only()
    await first.stop()
    await eventually(lambda: desk.notifier.server is None)
    second = await desk.serve(first_number=40)
    await eventually(lambda: second.visible)
    second._signal("ActionInvoked", "us", [number, "stop"])
    second.press(second.only(), "snooze")
    await eventually(lambda: pressed)
    assert pressed == [("ring", Press.SNOOZE)]


async def test_a_server_that_dies_instead_of_answering_is_followed_by_the_next(desk):
    """What was being said is said again."""
    first = await desk.serve()
    first.hold()
    desk.notifier.show("ring", RING)
    await eventually(lambda: first.told)
    await first.stop()
    second = await desk.serve()
    await eventually(lambda: second.titles() == ["Tea"])


async def test_presses_of_strangers_are_not_believed(desk, lasting_bus):
    """Only the server can press; and only what is known."""
    server = await desk.serve()
    pressed = []
    desk.notifier.on_press(lambda *press: pressed.append(press))
    desk.notifier.show("ring", RING)
    await eventually(lambda: server.visible)
    from dbus_fast.aio import MessageBus

    stranger = FakeServer(lasting_bus.address)
    stranger._bus = await MessageBus(lasting_bus.address).connect()
    stranger._signal("ActionInvoked", "us", [server.only(), "stop"])
    await stranger._bus.introspect("org.freedesktop.DBus", "/org/freedesktop/DBus")
    await stranger.stop()
    for key in ("", "format the disk", "default"):
        server.press(server.only(), key)
    server._signal("ActionInvoked", "s", ["nonsense"])
    server._signal("ActionInvoked", "", [])
    server.press(server.only(), "stop")
    await eventually(lambda: ("ring", Press.STOP) in pressed)
    assert pressed == [("ring", Press.OPEN), ("ring", Press.STOP)]


# No server, no bus


async def test_no_bus_is_known_to_be_no_server(open_desk, private_bus):
    """What is shown waits; a bus and a server that come later show it."""
    desk = open_desk(private_bus)
    changed = []
    desk.notifier.listen(lambda: changed.append(desk.notifier.server))
    assert not desk.notifier.is_known
    desk.notifier.show("ring", RING)
    await eventually(lambda: desk.notifier.is_known)
    assert changed == [None]
    desk.notifier.look()
    private_bus.start()
    server = await desk.serve()
    await eventually(lambda: server.titles() == ["Tea"])


async def test_a_bus_that_dies_takes_the_server_along(open_desk, private_bus):
    """Both come back, and what is still wanted is shown again."""
    private_bus.start()
    desk = open_desk(private_bus)
    first = await desk.serve()
    desk.notifier.show("ring", RING)
    await eventually(lambda: first.visible)
    private_bus.kill()
    await eventually(lambda: desk.notifier.server is None)
    desk.servers.clear()
    private_bus.start()
    second = await desk.serve()
    await eventually(lambda: second.titles() == ["Tea"])


async def test_a_server_that_does_not_run_is_started(open_desk, private_bus, tmp_path):
    """Desktops start theirs when somebody has something to show."""
    started = tmp_path / "started"
    command = f'"echo x >> {started}; exit 1"'
    private_bus.can_start("org.freedesktop.Notifications", "/bin/sh", "-c", command)
    private_bus.start()
    desk = open_desk(private_bus)
    await eventually(lambda: desk.notifier.is_known)
    assert started.read_text().count("x") == 1
    desk.notifier.show("ring", RING)
    await eventually(lambda: started.read_text().count("x") == 2)


async def test_a_server_that_is_killed_is_started_only_when_something_is_to_be_shown(
    open_desk, private_bus, tmp_path
):
    """At the end of a session all servers go; nobody may call them back."""
    started = tmp_path / "started"
    command = f'"echo x >> {started}; exit 1"'
    private_bus.can_start("org.freedesktop.Notifications", "/bin/sh", "-c", command)
    private_bus.start()
    desk = open_desk(private_bus)
    await eventually(lambda: desk.notifier.is_known)
    first = await desk.serve()
    await first.stop()
    await eventually(lambda: desk.notifier.server is None)
    second = await desk.serve()
    desk.notifier.show("ring", RING)
    await eventually(lambda: second.visible)
    assert started.read_text().count("x") == 1
    await second.stop()
    await eventually(lambda: started.read_text().count("x") == 2)


async def test_looking_again_finds_what_the_server_can_do_now(desk):
    """A server may be told to do more."""
    server = await desk.serve(("body",))
    server.abilities = ("body", "actions")
    desk.notifier.look()
    await eventually(lambda: desk.notifier.server.has_actions)


async def test_a_listener_that_fails_harms_nothing(desk, caplog):
    """It is put into the log; the others hear of it."""
    told = []
    desk.notifier.listen(lambda: 1 / 0)
    desk.notifier.listen(lambda: told.append("changed"))
    await desk.serve()
    assert told == ["changed"]
    assert "division by zero" in caplog.text


def test_it_works_on_the_loop_of_the_window(run_on_loop, lasting_bus, capfd):
    """And leaves nothing when that loop ends."""

    async def main():
        desk = Desk(lasting_bus)
        desk.bus.start()
        desk.notifier.start()
        server = await desk.serve()
        pressed = []
        desk.notifier.on_press(lambda *press: pressed.append(press))
        desk.notifier.show("ring", RING)
        await eventually(lambda: server.visible)
        server.press(server.only(), "stop")
        await eventually(lambda: pressed == [("ring", Press.STOP)])
        desk.notifier.close()
        desk.bus.close()
        await eventually(lambda: not server.visible)
        await desk.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run_on_loop(main())
    assert capfd.readouterr().err == ""
