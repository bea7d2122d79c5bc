"""Each of those who keep a computer awake is asked in its own way."""

import pytest

from alarmclock.desktop.bus.bus import BusError
from alarmclock.desktop.wakefulness.keep_awake import Logind, Portal, ScreenSaver
from tests.daemons.builders import open_descriptors
from tests.desktop.bus_world import World, until
from tests.desktop.fake_guardians import FakeLogind, FakePortal, FakeScreenSaver


@pytest.fixture
async def world(tmp_path):
    """Give buses of our own."""
    async with World(tmp_path) as world:
        yield world


async def test_logind_blocks_idleness_alone(world):
    """A person's own sleep goes ahead. The promise is an open file."""
    logind = await world.come_to_system(FakeLogind())
    kept = await Logind(world.system).ask("tea")
    assert logind.heard == [("Inhibit", ["idle", "Alarm Clock", "tea", "block"])]
    assert logind.promises == ["tea"]
    kept.end()
    await until(lambda: not logind.promises)


async def test_the_file_of_a_logind_that_has_gone_is_closed_too(world):
    """Nothing else would close it."""
    logind = await world.come_to_system(FakeLogind())
    kept = await Logind(world.system).ask("tea")
    kept.forget()
    await until(lambda: not logind.promises)


async def test_the_portal_holds_off_idleness_alone(world):
    """Its request is closed in the end."""
    portal = await world.come(FakePortal())
    kept = await Portal(world.session).ask("tea")
    assert (portal.flags, portal.promises) == (8, ["tea"])
    kept.end()
    await until(lambda: not portal.promises)


async def test_the_screen_saver_is_given_its_own_number_back(world):
    """It may have others."""
    saver = await world.come(FakeScreenSaver())
    tea = await ScreenSaver(world.session).ask("tea")
    bread = await ScreenSaver(world.session).ask("bread")
    tea.end()
    await until(lambda: saver.promises == ["bread"])
    bread.end()
    await until(lambda: not saver.promises)


@pytest.mark.parametrize("guardian", [Portal, ScreenSaver])
async def test_nothing_is_said_to_one_that_has_gone(world, guardian):
    """What comes back under its name knows nothing of the promise."""
    program = await world.come(FakePortal() if guardian is Portal else FakeScreenSaver())
    kept = await guardian(world.session).ask("tea")
    kept.forget()
    await world.calm()
    assert program.members() == ["Inhibit"]


@pytest.mark.parametrize("guardian", [Logind, Portal, ScreenSaver])
async def test_where_it_is_not_there_there_is_no_promise(world, guardian):
    """And no open file."""
    files = open_descriptors()
    bus = world.system if guardian is Logind else world.session
    with pytest.raises(BusError):
        await guardian(bus).ask("tea")
    assert open_descriptors() == files
