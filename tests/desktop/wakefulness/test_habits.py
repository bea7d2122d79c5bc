"""What the computer does when nobody touches it is asked of those who are there."""

from datetime import timedelta

import pytest
from dbus_fast import Variant

from alarmclock.core.surroundings.wakefulness import UNKNOWN_HABITS, Habits
from alarmclock.desktop.wakefulness.habits import GNOME, KDE, HabitReader
from tests.desktop.bus_world import FakeProgram, World, touching
from tests.desktop.fake_guardians import FakeLogind, FakeXfce, fake_power, fake_time_service

LISTED = """\
s sleep-inactive-ac-timeout 3600
s sleep-inactive-ac-type 'suspend'
s sleep-inactive-battery-timeout 900
s sleep-inactive-battery-type 'suspend'
"""


@pytest.fixture
async def world(tmp_path):
    """Give buses of our own."""
    async with World(tmp_path / "buses") as world:
        yield world


@pytest.fixture
async def reader(world, tmp_path):
    """Give what reads the habits of a computer with GNOME's settings installed."""

    async def settings(schema):
        assert schema == "org.gnome.settings-daemon.plugins.power"
        return LISTED

    return HabitReader(world.session, world.system, settings=settings, config_home=tmp_path)


def asleep_after(minutes):
    """Give the habits of a computer that sleeps."""
    return Habits(may_sleep=True, sleeps_after=timedelta(minutes=minutes))


async def test_where_nobody_tells_nothing_is_known(reader):
    """GNOME's settings count for nothing where GNOME is not there to obey them."""
    assert await reader.read() == UNKNOWN_HABITS


async def test_without_a_bus_nothing_is_known(world, reader):
    """Nobody can be asked."""
    world.session.close()
    world.system.close()
    assert await reader.read() == UNKNOWN_HABITS


@pytest.mark.parametrize(("on_battery", "minutes"), [(None, 60), (False, 60), (True, 15)])
async def test_gnome_is_read_for_the_cable_or_the_battery(world, reader, on_battery, minutes):
    """Where nobody knows of a battery there is a cable."""
    await world.come(FakeProgram(GNOME))
    if on_battery is not None:
        await world.come_to_system(fake_power(on_battery=on_battery))
    assert await reader.read() == asleep_after(minutes)


async def test_the_soonest_of_all_counts(world, reader):
    """Logind has settings of its own."""
    await world.come(FakeProgram(GNOME))
    idle = {"IdleAction": Variant("s", "suspend"), "IdleActionUSec": Variant("t", 300_000_000)}
    await world.come_to_system(FakeLogind(**idle))
    assert await reader.read() == asleep_after(5)


async def test_logind_alone_that_does_nothing_says_nothing(world, reader):
    """An unknown desktop may sleep."""
    idle = {"IdleAction": Variant("s", "ignore"), "IdleActionUSec": Variant("t", 300_000_000)}
    await world.come_to_system(FakeLogind(**idle))
    assert await reader.read() == UNKNOWN_HABITS


async def test_a_computer_that_can_not_sleep_never_does(world, reader):
    """Whatever its desktop would like."""
    await world.come(FakeProgram(GNOME))
    logind = await world.come_to_system(FakeLogind())
    logind.can_suspend = "na"
    assert await reader.read() == Habits(may_sleep=False)


async def test_kde_is_read_from_its_file(world, reader, tmp_path):
    """It is where all settings of a person are."""
    await world.come(FakeProgram(KDE))
    (tmp_path / "powerdevilrc").write_text(
        "[AC][SuspendAndShutdown]\nAutoSuspendIdleTimeoutSec=1200\n"
    )
    assert await reader.read() == asleep_after(20)


async def test_xfce_is_asked_for_its_setting(world, reader):
    """One that was never made is never."""
    xfce = await world.come(FakeXfce(battery=30))
    assert await reader.read() == Habits(may_sleep=False)
    xfce.minutes["ac"] = 45
    assert await reader.read() == asleep_after(45)


@pytest.mark.parametrize("is_synchronised", [True, False])
async def test_who_sets_the_clock_is_asked(world, reader, is_synchronised):
    """It may be nobody."""
    await world.come_to_system(fake_time_service(is_synchronised=is_synchronised))
    assert await reader.read() == Habits(is_clock_synchronised=is_synchronised)


async def test_who_sets_the_clock_is_started_for_that(world, reader, tmp_path):
    """It sleeps most of the time; here, it does not start."""
    mark = tmp_path / "started"
    world.system_daemon.can_start("org.freedesktop.timedate1", *touching(mark))
    world.system_daemon.can_start("org.freedesktop.UPower", *touching(f"{mark}2"))
    await world.start_anew(world.system_daemon, world.system)
    assert await reader.read() == UNKNOWN_HABITS
    assert mark.exists()
    assert not (tmp_path / "started2").exists()
