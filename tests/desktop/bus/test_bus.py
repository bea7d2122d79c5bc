import asyncio
import gc
import logging
import os
import select
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from dbus_fast import Message, MessageType, NameFlag
from dbus_fast.aio import MessageBus

from alarmclock.desktop.bus.bus import Bus, BusError, BusKind
from tests.notification_server import eventually
from tests.private_bus import PrivateBus

NAME = "org.example.Peer"
WHERE = (NAME, "/", NAME)
DAEMON = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Peer:
    """Another program on the bus, which answers as `answers` say, and not otherwise."""

    def __init__(self, address, **answers):
        self.address = address
        self.answers = answers
        self.asked = []
        self.connection = None

    async def __aenter__(self):
        """Own the name."""
        self.connection = await MessageBus(self.address, negotiate_unix_fd=True).connect()
        self.connection.add_message_handler(self._asked)
        flags = NameFlag.ALLOW_REPLACEMENT | NameFlag.REPLACE_EXISTING
        await self.connection.request_name(NAME, flags)
        return self

    async def __aexit__(self, *_):
        """Be gone, unless the bus went first."""
        self.connection.disconnect()
        with suppress(EOFError, OSError):
            await self.connection.wait_for_disconnect()

    def signal(self, member, signature="", body=(), path="/"):
        """Say something to all."""
        self.connection.send(Message.new_signal(path, NAME, member, signature, list(body)))

    def _asked(self, message):
        if message.message_type is not MessageType.METHOD_CALL:
            return False
        self.asked.append(message)
        if answer := self.answers.get(message.member):
            self.connection.send(answer(message))
        return True


@pytest.fixture
async def make_bus():
    """Make buses that start, and leave nothing behind."""
    buses = []

    def make(address, kind=BusKind.SESSION):
        bus = Bus(kind, address, first_wait_s=0.02)
        buses.append(bus)
        bus.start()
        return bus

    yield make
    for bus in buses:
        bus.close()
        await bus.closed()


@pytest.fixture
async def bus(make_bus, lasting_bus):
    """A bus that is connected."""
    bus = make_bus(lasting_bus.address)
    await eventually(lambda: bus.is_connected)
    return bus


# Asking


async def test_another_program_answers_with_plain_values(bus, lasting_bus):
    """Variants are unwrapped, and unsigned numbers arrive as such."""

    def answer(message):
        assert message.body == [4_000_000_000]
        from dbus_fast import Variant

        body = [{"Rate": Variant("d", 1.5)}]
        return Message.new_method_return(message, "a{sv}", body)

    async with Peer(lasting_bus.address, Ask=answer):
        assert await bus.call(*WHERE, "Ask", "u", [4_000_000_000]) == [{"Rate": 1.5}]


async def test_a_refusal_is_an_error_with_its_name(bus, lasting_bus):
    """People read who refused and why; the program reads the name."""

    def answer(message):
        return Message.new_error(message, "org.example.Error.TooLate", "The shop is closed.")

    async with Peer(lasting_bus.address, Ask=answer):
        with pytest.raises(
            BusError, match=r"org.example.Peer refused: The shop is closed."
        ) as told:
            await bus.call(*WHERE, "Ask")
    assert told.value.name == "TooLate"


async def test_who_does_not_answer_is_not_waited_for(bus, lasting_bus):
    """The time to wait is the caller's to say."""
    async with Peer(lasting_bus.address):
        with pytest.raises(BusError, match="did not answer") as told:
            await bus.call(*WHERE, "Ask", timeout_s=0.02)
    assert told.value.name == "NoReply"


async def test_who_ends_instead_of_answering_is_not_waited_for(bus, lasting_bus):
    """The bus tells that there will be no answer."""
    async with Peer(lasting_bus.address) as peer:
        asked = asyncio.ensure_future(bus.call(*WHERE, "Ask", timeout_s=60))
        await eventually(lambda: peer.asked)
    with pytest.raises(BusError) as told:
        await asked
    assert told.value.name == "NoReply"


async def test_what_no_bus_can_carry_is_an_error_of_the_question(bus):
    """Half a character is refused before it reaches the bus, which would throw us out."""
    with pytest.raises(BusError, match="can't be said") as told:
        await bus.call(*WHERE, "Ask", "s", ["\ud800"])
    assert told.value.name == "InvalidArgs"
    assert bus.is_connected


async def test_a_name_that_nobody_owns_is_an_error(bus):
    """Nobody is waited for."""
    with pytest.raises(BusError) as told:
        await bus.call(*WHERE, "Ask", timeout_s=60)
    assert told.value.name in {"NameHasNoOwner", "ServiceUnknown"}


async def test_a_program_is_started_only_on_request(bus, lasting_bus, tmp_path):
    """A question alone starts nothing that people have not asked for."""
    started = tmp_path / "started"
    lasting_bus.can_start("org.example.Sleeper", "/bin/sh", "-c", f'"touch {started}; exit 1"')
    await bus.call(*DAEMON, "ReloadConfig")
    sleeper = ("org.example.Sleeper", "/", "org.example.Sleeper", "Wake")
    with pytest.raises(BusError):
        await bus.call(*sleeper)
    assert not started.exists()
    with pytest.raises(BusError):
        await bus.call(*sleeper, may_start=True)
    assert started.exists()


async def test_an_open_file_is_the_caller_s(bus, lasting_bus):
    """Locks of the system are open files: they hold until they are closed."""
    read, write = os.pipe()

    def answer(message):
        return Message.new_method_return(message, "h", [0], [write])

    async with Peer(lasting_bus.address, Ask=answer):
        (file,) = await bus.call(*WHERE, "Ask")
        os.close(write)
        os.write(file, b"held")
        assert os.read(read, 4) == b"held"
        os.close(file)
        assert os.read(read, 4) == b""
    os.close(read)


async def test_an_open_file_that_comes_too_late_is_closed(bus, lasting_bus):
    """Nobody could ever close it."""
    read, write = os.pipe()
    async with Peer(lasting_bus.address) as peer:
        with pytest.raises(BusError):
            await bus.call(*WHERE, "Ask", timeout_s=0.01)
        late = Message.new_method_return(peer.asked[0], "h", [0], [write])
        await peer.connection.send(late)
        os.close(write)
        await bus.call(*DAEMON, "ListNames")
    os.set_blocking(read, False)
    await eventually(lambda: os.read(read, 1) == b"", "the end of the file")
    os.close(read)


async def test_an_open_file_that_comes_as_the_wait_ends_is_closed(bus, lasting_bus):
    """The answer is there, and who asked for it is not."""
    read, write = os.pipe2(os.O_NONBLOCK)
    async with Peer(lasting_bus.address) as peer:
        asking = asyncio.create_task(bus.call(*WHERE, "Ask"))
        bus.follow_signal(NAME, "Rang", lambda _message: asking.cancel())
        (question,) = await eventually(lambda: peer.asked)
        await bus.call(*DAEMON, "ListNames")
        answer = Message.new_method_return(question, "h", [0], [write])
        sent = peer.connection.send(answer)
        peer.signal("Rang")
        await sent
        os.close(write)
        await asyncio.wait([asking])
    if not asking.cancelled():  # They came apart, and the answer was first.
        os.close(*asking.result())
    await eventually(lambda: select.select([read], [], [], 0)[0], "the end of the file")
    os.close(read)


async def test_something_can_be_told_without_an_answer(bus, lasting_bus):
    """It is on its way when `tell` returns: the connection may be closed at once."""
    async with Peer(lasting_bus.address) as peer:
        bus.tell(*WHERE, "Note", "s", ["goodbye"])
        bus.close()
        (note,) = await eventually(lambda: peer.asked)
    assert note.body == ["goodbye"]


# Following


async def test_a_signal_is_heard_by_who_follows_it(bus, lasting_bus):
    """Of its sender and path only."""
    heard, of_any = [], []
    async with Peer(lasting_bus.address) as peer:
        bus.follow_signal(NAME, "Rang", heard.append, sender=NAME, path="/here")
        bus.follow_signal(NAME, "Rang", of_any.append)
        await bus.call(*DAEMON, "ListNames")
        stranger = await MessageBus(lasting_bus.address).connect()
        await stranger.send(Message.new_signal("/here", NAME, "Rang", "s", ["stranger"]))
        await eventually(lambda: of_any)
        peer.signal("Rang", "s", ["elsewhere"], path="/there")
        peer.signal("Stopped", "s", ["another"], path="/here")
        peer.signal("Rang", "s", ["here"], path="/here")
        await eventually(lambda: len(of_any) == 3)
        stranger.disconnect()
        await stranger.wait_for_disconnect()
    assert [message.body for message in heard] == [["here"]]


async def test_the_owner_of_a_name_is_told_now_and_at_each_change(bus, lasting_bus):
    """A new owner is told even when the name was never free."""
    told = []
    bus.follow_name(NAME, told.append)
    await eventually(lambda: told == [False])
    async with Peer(lasting_bus.address):
        await eventually(lambda: told == [False, True])
        async with Peer(lasting_bus.address):
            await eventually(lambda: told == [False, True, True])
    await eventually(lambda: told[-1] is False)


async def test_who_follows_a_known_name_later_is_told_too(bus, lasting_bus):
    """The second need not wait for a change."""
    async with Peer(lasting_bus.address):
        first, second = [], []
        bus.follow_name(NAME, first.append)
        await eventually(lambda: first == [True])
        bus.follow_name(NAME, second.append)
        await eventually(lambda: second == [True])
        assert first == [True]


async def test_a_listener_that_fails_harms_no_other(bus, lasting_bus, caplog):
    """It is put into the log."""
    told = []
    bus.follow_name(NAME, lambda _: 1 / 0)
    bus.follow_name(NAME, told.append)
    await eventually(lambda: told == [False])
    assert "division by zero" in caplog.text


# Being lost and coming back


async def test_no_bus_at_all_is_told_once_and_harms_nobody(make_bus, tmp_path, caplog):
    """Whoever waits for a bus hears that there is none, and not again at each try."""
    caplog.set_level(logging.DEBUG, "alarmclock.desktop.bus.bus")
    bus = make_bus(f"unix:path={tmp_path}/none")
    lost = []
    bus.on_lost(lambda: lost.append("lost"))
    await eventually(lambda: lost)
    with pytest.raises(BusError, match="no session bus") as told:
        await bus.call(*WHERE, "Ask")
    assert told.value.name == "NotConnected"
    bus.tell(*WHERE, "Note")
    await eventually(lambda: len(caplog.records) >= 3)
    assert lost == ["lost"]


@pytest.mark.parametrize("address", ["", "nonsense", "autolaunch:", "unix:path=", "tcp:port=x"])
async def test_an_address_that_is_none_is_no_bus(make_bus, monkeypatch, address):
    """Whatever the environment says, nothing is raised."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    bus = make_bus(None)
    lost = []
    bus.on_lost(lambda: lost.append("lost"))
    await eventually(lambda: lost)


async def test_without_the_library_there_is_no_bus(make_bus, lasting_bus, monkeypatch):
    """It is not made for every system."""
    monkeypatch.setitem(sys.modules, "dbus_fast", None)
    bus = make_bus(lasting_bus.address)
    lost = []
    bus.on_lost(lambda: lost.append("lost"))
    await eventually(lambda: lost)
    assert not bus.is_connected


async def test_a_bus_that_comes_later_is_found(make_bus, private_bus):
    """A program that is started with the login may be first."""
    bus = make_bus(private_bus.address)
    connected = []
    bus.on_connected(lambda: connected.append(bus.is_connected))
    private_bus.start()
    await eventually(lambda: connected == [True])


async def test_what_is_followed_stays_so_when_the_bus_was_restarted(make_bus, private_bus):
    """Signals and names are taken up again, also those asked for while there was no bus."""
    private_bus.start()
    bus = make_bus(private_bus.address)
    told, heard, story = [], [], []
    bus.on_connected(lambda: story.append("connected"))
    bus.on_lost(lambda: story.append("lost"))
    bus.follow_name(NAME, told.append)
    async with Peer(private_bus.address):
        await eventually(lambda: told[-1:] == [True])
        private_bus.kill()
        await eventually(lambda: story[-1:] == ["lost"])
        assert told[-1] is False
    bus.follow_signal(NAME, "Rang", heard.append, sender=NAME)
    private_bus.start()
    await eventually(lambda: story == ["connected", "lost", "connected"])
    async with Peer(private_bus.address) as peer:
        await eventually(lambda: told[-1] is True)
        peer.signal("Rang")
        await eventually(lambda: heard)


async def test_who_asks_a_bus_that_dies_is_told_at_once(make_bus, private_bus, caplog):
    """Nobody waits for an answer that can't come, and nothing else is said of it."""
    private_bus.start()
    bus = make_bus(private_bus.address)
    await eventually(lambda: bus.is_connected)
    async with Peer(private_bus.address) as peer:
        asked = asyncio.ensure_future(bus.call(*WHERE, "Ask", timeout_s=60))
        await eventually(lambda: peer.asked)
        private_bus.kill()
        with pytest.raises(BusError) as told:
            await asked
    assert told.value.name == "NotConnected"


async def test_a_question_to_a_bus_that_has_just_died_fails_quietly(make_bus, private_bus, caplog):
    """The write finds the socket broken before anybody has read its end."""
    private_bus.start()
    bus = make_bus(private_bus.address)
    await eventually(lambda: bus.is_connected)
    private_bus.kill()
    with pytest.raises(BusError) as told:
        await bus.call(*WHERE, "Ask", timeout_s=60)
    assert told.value.name == "NotConnected"
    await eventually(lambda: not bus.is_connected)
    gc.collect()
    assert not caplog.records


def test_the_loop_of_the_window_carries_it_without_a_word(run_on_loop, private_bus, caplog, capfd):
    """Connected, lost in the middle of a question, connected again, closed; Qt says nothing."""
    private_bus.start()

    async def main():
        bus = Bus(BusKind.SESSION, private_bus.address, first_wait_s=0.02)
        bus.start()
        await eventually(lambda: bus.is_connected)
        private_bus.kill()
        bus.follow_name(NAME, lambda _: None)
        with pytest.raises(BusError):
            await bus.call(*WHERE, "Ask")
        private_bus.start()
        await eventually(lambda: bus.is_connected)
        assert await bus.call(*DAEMON, "ListNames")
        bus.close()

    run_on_loop(main())
    gc.collect()
    assert not caplog.records
    assert capfd.readouterr().err == ""


def test_a_loop_that_ends_takes_the_connection_along(run_on_loop, lasting_bus, caplog):
    """Nothing is left when nobody closes the bus: its task is cancelled, its socket given back."""

    async def main():
        bus = Bus(BusKind.SESSION, lasting_bus.address)
        bus.start()
        await eventually(lambda: bus.is_connected)
        return bus

    before = len(list(Path("/proc/self/fd").iterdir()))
    bus = run_on_loop(main())
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    bus.close()
    assert not caplog.records


async def test_nothing_is_called_back_after_the_end(make_bus, private_bus):
    """Closing forgets every listener, and what waits is over."""
    private_bus.start()
    bus = make_bus(private_bus.address)
    await eventually(lambda: bus.is_connected)
    lost = []
    bus.on_lost(lambda: lost.append("lost"))
    bus.close()
    await bus.closed()
    assert not bus.is_connected
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert not lost


async def test_a_bus_like_the_system_s_serves_as_well(make_bus, tmp_path):
    """The kind decides the address and the words."""
    private = PrivateBus(tmp_path / "system", type="system").start()
    bus = make_bus(private.address, BusKind.SYSTEM)
    await eventually(lambda: bus.is_connected)
    private.kill()
    await eventually(lambda: not bus.is_connected)
    with pytest.raises(BusError, match="no system bus"):
        await bus.call(*WHERE, "Ask")
