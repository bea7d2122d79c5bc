"""The computer is kept awake by those who can, and its habits are known from those who tell."""

import asyncio
from datetime import timedelta

import pytest
from dbus_fast import Variant

from alarmclock.core.surroundings.wakefulness import UNKNOWN_HABITS, Habits, PaperWakefulness
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.wakefulness.habits import HabitReader
from alarmclock.desktop.wakefulness.wakefulness import BusWakefulness
from tests.daemons.builders import open_descriptors
from tests.desktop.bus_world import World, touching, until
from tests.desktop.fake_guardians import (
    FakeLogind,
    FakePortal,
    FakeScreenSaver,
    fake_power,
    fake_time_service,
)

REASON = "The alarm “Tea” rings"


@pytest.fixture
async def world(tmp_path):
    """Give buses of our own."""
    async with World(tmp_path) as world:
        yield world


async def no_settings(_schema):
    """Give the settings of a computer that has none of GNOME's."""
    return ""


def wakefulness_of(session, system, tmp_path):
    """Give the wakefulness of a computer whose settings are in a folder of the test."""
    reader = HabitReader(session, system, settings=no_settings, config_home=tmp_path)
    return BusWakefulness(session, system, reader)


@pytest.fixture
async def awake(world, tmp_path):
    """Give what keeps the computer awake."""
    awake = wakefulness_of(world.session, world.system, tmp_path)
    awake.start()
    await world.calm()
    yield awake
    awake.close()


class Paper:
    """A computer on paper."""

    def __init__(self):
        self.awake = PaperWakefulness()

    async def begin(self):
        """Be there already."""

    async def reasons(self):
        """Give the reasons for which it stays awake."""
        return [self.awake.reason] if self.awake.reason else []

    async def change(self):
        """Have other habits."""
        self.awake.change(Habits(is_clock_synchronised=True))


class Real:
    """A computer with logind."""

    def __init__(self, world, awake):
        self.world = world
        self.awake = awake
        self.logind = FakeLogind()

    async def begin(self):
        """Have somebody to ask."""
        await self.world.come_to_system(self.logind)
        await until(lambda: self.awake.is_held is False)

    async def reasons(self):
        """Give the reasons for which it stays awake."""
        await self.world.calm()
        return self.logind.promises

    async def change(self):
        """Have other habits."""
        await self.world.come_to_system(fake_time_service(is_synchronised=True))
        self.awake.look()
        await until(lambda: self.awake.habits.is_clock_synchronised)


@pytest.fixture(params=["paper", "bus"])
def computer(request):
    """Give a computer, on paper and on buses."""
    if request.param == "paper":
        return Paper()
    return Real(request.getfixturevalue("world"), request.getfixturevalue("awake"))


async def test_it_stays_awake_until_it_is_released(computer):
    """And says so."""
    await computer.begin()
    assert computer.awake.is_held is False
    computer.awake.hold(REASON)
    await until(lambda: computer.awake.is_held)
    assert await computer.reasons() == [REASON]
    computer.awake.release()
    assert computer.awake.is_held is False
    assert await computer.reasons() == []


async def test_another_reason_takes_the_place_of_the_first(computer):
    """One release ends it."""
    await computer.begin()
    computer.awake.hold("Something else")
    await until(lambda: computer.awake.is_held)
    computer.awake.hold(REASON)
    await asyncio.sleep(0)
    for _ in range(3):
        reasons = await computer.reasons()
    assert reasons == [REASON]
    computer.awake.release()
    assert await computer.reasons() == []


async def test_the_end_of_the_program_releases_it(computer):
    """Whatever rings."""
    await computer.begin()
    computer.awake.hold(REASON)
    await until(lambda: computer.awake.is_held)
    computer.awake.close()
    assert await computer.reasons() == []


async def test_who_listens_hears_of_other_habits(computer):
    """Until the end."""
    await computer.begin()
    heard = []
    computer.awake.listen(lambda: heard.append(computer.awake.habits))
    await computer.change()
    assert heard[-1] == Habits(is_clock_synchronised=True)


async def test_released_before_there_was_an_answer_it_sleeps(world, awake):
    """The promise that comes late is ended."""
    logind = await world.come_to_system(FakeLogind())
    saver = await world.come(FakeScreenSaver())
    saver.hangs = True
    await until(lambda: awake.is_held is False)
    awake.hold(REASON)
    await until(lambda: saver.waiting, "the question")
    awake.release()
    saver.answer()
    await world.calm()
    assert (logind.promises, saver.promises) == ([], [])
    assert awake.is_held is False


async def test_held_again_before_there_was_an_answer_the_last_reason_counts(world, awake):
    """The first promise is ended when the second is there."""
    saver = await world.come(FakeScreenSaver())
    saver.hangs = True
    awake.hold("Something else")
    await until(lambda: saver.waiting, "the question")
    awake.release()
    awake.hold(REASON)
    saver.hangs = False
    saver.answer()
    await until(lambda: saver.promises == [REASON])


async def test_the_machine_and_the_screen_are_both_held(world, awake):
    """Neither of them knows of the other's sleep."""
    logind = await world.come_to_system(FakeLogind())
    portal = await world.come(FakePortal())
    awake.hold(REASON)
    await until(lambda: logind.promises and portal.promises)
    assert logind.heard == [("Inhibit", ["idle", "Alarm Clock", REASON, "block"])]
    assert portal.flags == 8
    assert (logind.promises, portal.promises) == ([REASON], [REASON])
    awake.release()
    await until(lambda: not logind.promises and not portal.promises)


async def test_where_there_is_a_portal_the_screen_saver_is_not_asked(world, awake):
    """People would see the program twice in the list of what keeps their screen on."""
    saver = await world.come(FakeScreenSaver())
    portal = await world.come(FakePortal())
    awake.hold(REASON)
    await until(lambda: portal.promises)
    await world.calm()
    assert saver.heard == []


@pytest.mark.parametrize("has_portal", [True, False])
async def test_where_no_portal_can_do_it_the_screen_saver_is_asked(world, awake, has_portal):
    """It is given its own number back."""
    if has_portal:
        portal = await world.come(FakePortal())
        portal.can_inhibit = False
    saver = await world.come(FakeScreenSaver())
    awake.hold(REASON)
    await until(lambda: saver.promises == [REASON])
    awake.release()
    await until(lambda: not saver.promises)


async def test_nobody_is_asked_to_hold_what_is_not_wanted(world, awake):
    """Coming to the bus is no reason to be asked."""
    logind = await world.come_to_system(FakeLogind())
    saver = await world.come(FakeScreenSaver())
    await world.calm()
    assert "Inhibit" not in logind.members() + saver.members()


@pytest.mark.parametrize(
    ("kind", "is_system"), [(FakeLogind, True), (FakePortal, False), (FakeScreenSaver, False)]
)
async def test_who_is_started_anew_is_asked_anew(world, awake, kind, is_system):
    """What the one before has promised went with it."""
    come = world.come_to_system if is_system else world.come
    heard = []
    awake.listen(lambda: heard.append(awake.is_held))
    before = await come(kind())
    await until(lambda: heard)  # that there is somebody who can be asked
    awake.hold(REASON)
    await until(lambda: awake.is_held)
    before.go()
    await until(lambda: awake.is_held is None)
    after = await come(kind())
    await until(lambda: awake.is_held)
    assert after.promises == [REASON]
    assert heard == [False, True, None, True]
    awake.release()
    await until(lambda: not after.promises)


async def test_who_comes_after_the_ring_has_begun_is_asked_too(world, awake):
    """It was held for nothing before."""
    awake.hold(REASON)
    assert awake.is_held is None
    await world.calm()
    logind = await world.come_to_system(FakeLogind())
    await until(lambda: awake.is_held)
    assert logind.promises == [REASON]


async def test_who_was_there_before_is_asked_once(world, tmp_path):
    """That it is there may be heard after it has promised, and is no reason to ask again."""
    portal = await world.come(FakePortal())
    awake = wakefulness_of(world.session, world.system, tmp_path)
    awake.start()
    awake.hold(REASON)
    await until(lambda: awake.is_held)
    await world.calm()
    assert portal.members() == ["Inhibit"]
    awake.close()


async def test_a_bus_that_comes_back_brings_the_promise_back(world, awake):
    """The file that was open is not left behind."""
    logind = await world.come_to_system(FakeLogind())
    awake.hold(REASON)
    await until(lambda: awake.is_held)
    held = open_descriptors()
    await world.start_anew(world.system_daemon, world.system, logind.go)
    assert awake.is_held is None
    again = await world.come_to_system(FakeLogind())
    await until(lambda: awake.is_held)
    assert again.promises == [REASON]
    await until(lambda: len(open_descriptors()) == len(held))


async def test_a_refusal_is_an_answer(world, awake):
    """The computer may fall asleep, and people can be told so."""
    logind = await world.come_to_system(FakeLogind())
    logind.refuses = True
    awake.hold(REASON)
    await until(lambda: "Inhibit" in logind.members())
    await world.calm()
    assert awake.is_held is False


async def test_a_portal_that_sleeps_can_be_asked_and_is_started(world, tmp_path):
    """Who it was is not known before; here, it does not start."""
    marks = tmp_path / "started"
    world.session_daemon.can_start("org.freedesktop.portal.Desktop", *touching(marks))
    world.session_daemon.can_start("org.freedesktop.ScreenSaver", *touching(f"{marks}2"))
    await world.start_anew(world.session_daemon, world.session)
    awake = wakefulness_of(world.session, world.system, tmp_path)
    awake.start()
    await until(lambda: awake.is_held is False)
    awake.hold(REASON)
    await until(marks.exists, "the start of the portal")
    await world.calm()
    assert not (tmp_path / "started2").exists()
    awake.close()


async def test_closing_speaks_before_the_buses_are_closed(world, awake):
    """The program ends within one turn of its loop, and leaves neither task nor file."""
    logind = await world.come_to_system(FakeLogind())
    saver = await world.come(FakeScreenSaver())
    await until(lambda: awake.is_held is False)
    await world.calm()
    files = open_descriptors()
    others = asyncio.all_tasks()
    awake.hold(REASON)
    await until(lambda: logind.promises and saver.promises)
    await world.calm()  # the answers have come, too: before that there is nothing to take back
    awake.look()
    awake.close()
    world.session.close()
    world.system.close()
    await world.session.closed()
    await world.system.closed()
    await until(lambda: not logind.promises and not saver.promises)
    assert asyncio.all_tasks() <= others
    buses = len((world.session, world.system))
    await until(lambda: len(open_descriptors()) == len(files) - buses)


async def test_closing_while_it_is_asked_leaves_no_promise(world, awake):
    """Nobody is there any more to end what is promised then."""
    logind = await world.come_to_system(FakeLogind())
    logind.hangs = True
    await until(lambda: awake.is_held is False)
    awake.hold(REASON)
    await until(lambda: logind.waiting, "the question")
    awake.close()
    await world.calm()
    logind.answer()
    await world.calm()
    assert logind.promises == []


async def test_closing_while_it_looks_leaves_no_task(world, tmp_path):
    """Some settings take long to read."""
    looks = []

    class Slow(HabitReader):
        async def read(self):
            looks.append(None)
            await asyncio.Event().wait()

    others = asyncio.all_tasks()
    awake = BusWakefulness(world.session, world.system, Slow(world.session, world.system))
    awake.start()
    await until(lambda: looks)
    awake.close()
    await world.calm()
    awake.look()  # as a bus does that has just found out who is there
    await world.calm()
    assert asyncio.all_tasks() <= others
    assert len(looks) == 1


def test_it_stays_awake_on_the_loop_of_the_program(tmp_path, run_on_loop):
    """Qt turns it."""

    async def main():
        async with World(tmp_path) as world:
            logind = await world.come_to_system(FakeLogind())
            awake = wakefulness_of(world.session, world.system, tmp_path)
            awake.start()
            awake.hold(REASON)
            await until(lambda: awake.is_held)
            assert logind.promises == [REASON]
            awake.close()
            await until(lambda: not logind.promises)

    run_on_loop(main())


async def test_without_buses_nothing_is_known(tmp_path):
    """And nothing fails."""
    session = Bus(BusKind.SESSION, f"unix:path={tmp_path}/none")
    system = Bus(BusKind.SYSTEM, f"unix:path={tmp_path}/none")
    awake = wakefulness_of(session, system, tmp_path)
    lost = []
    awake.start()
    for bus in (session, system):
        bus.on_lost(lambda: lost.append(None))
        bus.start()
    awake.hold(REASON)
    await until(lambda: len(lost) == 2)
    assert awake.is_held is None
    assert awake.habits == UNKNOWN_HABITS
    awake.release()
    awake.close()
    for bus in (session, system):
        bus.close()
        await bus.closed()


async def test_the_habits_are_looked_at_when_one_comes_who_knows_them(world, awake):
    """Logind tells after how long it sleeps."""
    heard = []
    awake.listen(lambda: heard.append(awake.habits))
    idle = {"IdleAction": Variant("s", "suspend"), "IdleActionUSec": Variant("t", 1_800_000_000)}
    logind = FakeLogind(**idle)
    await world.come_to_system(logind)
    half_an_hour = Habits(may_sleep=True, sleeps_after=timedelta(minutes=30))
    await until(lambda: awake.habits == half_an_hour)
    logind.go()
    await until(lambda: awake.habits == UNKNOWN_HABITS)
    assert set(heard) == {half_an_hour, UNKNOWN_HABITS}


async def test_the_battery_is_followed(world, tmp_path):
    """A cable that is pulled out changes when it sleeps."""
    power = await world.come_to_system(fake_power(on_battery=False))
    seen = []

    class Reader(HabitReader):
        async def read(self):
            seen.append(power.told["OnBattery"].value)
            return await super().read()

    reader = Reader(world.session, world.system, settings=no_settings, config_home=tmp_path)
    awake = BusWakefulness(world.session, world.system, reader)
    awake.start()
    await until(lambda: seen == [False, False] or len(seen) > 2)
    await world.calm()
    seen.clear()
    power.told["OnBattery"] = Variant("b", True)
    power.tell_changed(
        "/org/freedesktop/UPower", "org.freedesktop.UPower", OnBattery=power.told["OnBattery"]
    )
    await until(lambda: seen == [True])
    awake.close()


async def test_who_listens_hears_only_of_what_is_new(world, awake):
    """Looking is no news."""
    await world.come_to_system(fake_time_service(is_synchronised=False))

    def looked():
        # One that comes while another look is under way is one with it.
        awake.look()
        return awake.habits.is_clock_synchronised is False

    await until(looked)
    await world.calm()
    heard = []
    awake.listen(lambda: heard.append(awake.habits))
    awake.look()
    await world.calm()
    assert heard == []
