import asyncio
import json
import shutil
from xml.etree import ElementTree

import pytest

from alarmclock.core.service.later import Later
from alarmclock.desktop import entry
from alarmclock.desktop.bus.bus import Bus, BusError, BusKind
from alarmclock.desktop.bus.command_bus import INTERFACE, METHODS, NAME, PATH, BusCommands
from tests.desktop.bus_world import until

INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"


class Offered:
    """Our commands on a bus, and another program that asks."""

    def __init__(self, address):
        self.asked = []
        self.ours = Bus(BusKind.SESSION, address, first_wait_s=0.01)
        self.other = Bus(BusKind.SESSION, address, first_wait_s=0.01)
        self.commands = BusCommands(self.ours)
        self.is_owned = False
        self.heard = []

    async def come(self):
        """Offer the commands, and wait until the other program sees them."""
        self.other.follow_name(NAME, self._note)
        self.other.follow_signal(INTERFACE, "Happened", self.heard.append)
        self.commands.offer(self.answer)
        for bus in (self.ours, self.other):
            bus.start()
        await until(lambda: self.is_owned, "the name")
        return self

    async def go(self):
        """Leave the bus."""
        self.commands.close()
        for bus in (self.ours, self.other):
            bus.close()
            await bus.closed()

    def answer(self, command, arguments):
        """Repeat what was asked, or refuse it."""
        self.asked.append((command, arguments))
        if command == "stop":
            return {"status": 1, "error": "Nothing rings.", "answer": []}
        if command == "remove":
            return {"status": 2, "error": "“id” is missing."}
        reply = {"status": 0, "answer": {"asked": command}, "text": "done"}
        if command != "export":
            return reply
        later = Later()
        asyncio.get_running_loop().call_later(0.01, later.come, reply)
        return later

    async def call(self, member, signature="", *body, path=PATH, interface=INTERFACE):
        """Ask as the other program."""
        (answer,) = await self.other.call(NAME, path, interface, member, signature, body)
        return answer

    def _note(self, is_owned):
        self.is_owned = is_owned


@pytest.fixture
def on_bus(private_bus, run_on_loop):
    """Run a test on our loop, with the commands offered on a bus of our own."""
    private_bus.start()

    def run(test):
        async def main():
            offered = await Offered(private_bus.address).come()
            try:
                await test(offered)
            finally:
                await offered.go()

        run_on_loop(main())

    return run


def test_a_method_is_a_command(on_bus):
    """What is empty is left out, and the answer is JSON."""

    async def ask(offered):
        assert json.loads(await offered.call("Add", "sb", "7:15 gym", False)) == {"asked": "add"}
        await offered.call("Next", "su", "", 3)
        await offered.call("Do", "ss", "log", '{"since": "2026-11-23"}')
        assert offered.asked == [
            ("add", {"phrase": "7:15 gym"}),
            ("next", {"count": 3}),
            ("log", {"since": "2026-11-23"}),
        ]

    on_bus(ask)


def test_a_slow_command_is_answered_when_it_is_done(on_bus):
    """The one who calls waits, and nobody else."""

    async def ask(offered):
        slow = asyncio.ensure_future(offered.call("Do", "ss", "export", "{}"))
        assert json.loads(await offered.call("List")) == {"asked": "list"}
        assert json.loads(await slow) == {"asked": "export"}

    on_bus(ask)


@pytest.mark.parametrize(
    ("member", "signature", "body", "name"),
    [
        ("Stop", "s", [""], "NothingMatched"),
        ("Remove", "s", [""], "WrongUse"),
        ("Explode", "", [], "UnknownMethod"),
        ("Add", "s", ["7:15"], "InvalidArgs"),
        ("Do", "ss", ["list", "[1]"], "InvalidArgs"),
        ("Do", "ss", ["list", "{"], "InvalidArgs"),
    ],
    ids=["nothing", "wrong", "unknown", "signature", "no object", "no JSON"],
)
def test_what_is_refused_is_an_error_with_its_reason(on_bus, member, signature, body, name):
    """As the exit status of the command line."""

    async def ask(offered):
        with pytest.raises(BusError) as refused:
            await offered.call(member, signature, *body)
        assert refused.value.name == name

    on_bus(ask)


@pytest.mark.parametrize("arguments", ["{", "[1]"])
def test_arguments_that_are_no_object_are_refused_in_a_sentence(on_bus, arguments):
    """Whoever calls reads what was expected, and nothing of how it was read."""

    async def ask(offered):
        with pytest.raises(BusError, match="refused: The arguments are a JSON object, such as"):
            await offered.call("Do", "ss", "list", arguments)

    on_bus(ask)


def test_every_method_is_described(on_bus):
    """From the root down, as tools that look around want it."""

    async def ask(offered):
        path = "/"
        while path != PATH:
            xml = await offered.call("Introspect", path=path, interface=INTROSPECTABLE)
            child = ElementTree.fromstring(xml).find("node").get("name")
            path = f"{path.rstrip('/')}/{child}"
        xml = await offered.call("Introspect", interface=INTROSPECTABLE)
        found = ElementTree.fromstring(xml).find(f"interface[@name='{INTERFACE}']")
        assert {method.get("name") for method in found.findall("method")} == {*METHODS, "Do"}
        assert found.find("signal").get("name") == "Happened"

    on_bus(ask)


def test_what_happens_is_a_signal(on_bus):
    """A storm of it is cut."""

    async def listen(offered):
        for _ in range(1000):
            offered.commands.tell(lambda: {"event": "rang"})
        await until(lambda: offered.heard)
        await offered.call("Status")
        assert json.loads(offered.heard[0].body[0]) == {"event": "rang"}
        assert len(offered.heard) <= 200

    on_bus(listen)


def test_the_name_comes_back_with_the_bus(private_bus, run_on_loop):
    """Whoever asks again is answered again."""
    private_bus.start()

    async def main():
        offered = await Offered(private_bus.address).come()
        private_bus.kill()
        await until(lambda: not offered.is_owned)
        private_bus.start()
        await until(lambda: offered.is_owned)
        assert await offered.call("Status")
        await offered.go()

    run_on_loop(main())


def test_the_name_of_another_program_is_left_to_it(private_bus, run_on_loop):
    """The commands go on without."""
    private_bus.start()

    async def main():
        first = await Offered(private_bus.address).come()
        second = Offered(private_bus.address)
        second.commands.offer(second.answer)
        second.ours.start()
        await until(lambda: second.ours.is_connected)
        await first.call("Status")
        assert (len(first.asked), second.asked) == (1, [])
        await second.go()
        await first.go()

    run_on_loop(main())


def test_the_bus_starts_the_program_for_whoever_asks(private_bus, run_on_loop, tmp_path):
    """By the service file that the menu entry installs."""
    mark, command = tmp_path / "started", tmp_path / "my tools" / "alarmclock"
    command.parent.mkdir()
    command.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
    command.chmod(0o755)
    entry.install_entry(tmp_path / "share", command)
    shutil.copy(tmp_path / "share" / entry.SERVICE, tmp_path / "bus" / "services")
    private_bus.start()

    async def main():
        bus = Bus(BusKind.SESSION, private_bus.address)
        bus.start()
        await until(lambda: bus.is_connected)
        asking = asyncio.ensure_future(
            bus.call(NAME, PATH, INTERFACE, "Status", may_start=True, timeout_s=5)
        )
        await until(mark.exists, "the start")
        asking.cancel()
        bus.close()
        await bus.closed()

    run_on_loop(main())
