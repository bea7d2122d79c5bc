import pytest

from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.notifying.notification_server import ServerWatch
from tests.notification_server import FakeServer, eventually


@pytest.fixture
async def watch(lasting_bus):
    """A watch on a bus without servers, for somebody who needs none."""
    bus = Bus(BusKind.SESSION, lasting_bus.address)
    bus.start()
    watch = ServerWatch(bus, lambda: False, ask_again_after_s=0.02)
    watch.start()
    yield watch
    watch.close()
    await watch.closed()
    bus.close()
    await bus.closed()


@pytest.fixture
async def serve(lasting_bus):
    """Start servers, and stop them in the end."""
    servers = []

    async def start(**keywords):
        server = FakeServer(lasting_bus.address, **keywords)
        servers.append(server)
        return await server.start()

    yield start
    for server in servers:
        await server.stop()


async def test_a_server_is_known_by_name_and_abilities(watch, serve):
    """It was known before that there was none."""
    await eventually(lambda: watch.is_known)
    assert watch.found is None
    await serve(name="good", abilities=("body-markup",))
    found = await eventually(lambda: watch.found)
    assert found.server.name == "good"
    assert (found.server.has_actions, found.has_markup) == (False, True)


async def test_what_a_server_that_was_replaced_says_late_is_not_believed(watch, serve):
    """It answers a question from before."""
    await eventually(lambda: watch.is_known)
    names = []
    watch.on_change(lambda: names.append(watch.found and watch.found.server.name))
    first = FakeServer(watch._bus._address, name="first")
    first.hold()
    await first.start()
    await eventually(lambda: first.calls)
    await serve(name="second")
    await eventually(lambda: watch.owners == 3)
    first.release()
    await eventually(lambda: names)
    await first.stop()
    assert names == ["second"]


async def test_a_server_that_is_not_ready_is_asked_again(watch):
    """It owns the name before it can answer."""
    await eventually(lambda: watch.is_known)
    slow = FakeServer(watch._bus._address)
    slow.answers_left_to_fail = 3
    await slow.start()
    await eventually(lambda: watch.found)
    assert slow.calls.count("GetServerInformation") == 4
    await slow.stop()


async def test_looking_asks_once_more(watch, serve):
    """A server that is known is left alone otherwise."""
    server = await serve()
    await eventually(lambda: watch.found)
    before = len(server.calls)
    watch.look()
    await eventually(lambda: len(server.calls) == before + 2)
