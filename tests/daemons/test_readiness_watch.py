"""What the computer says is judged, and a doubt is told shortly before a ring."""

import asyncio
import contextlib
from dataclasses import replace
from datetime import timedelta

from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Check, Grade
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.notifier import NotificationServer, PaperNotifier
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import Habits, PaperWakefulness
from alarmclock.daemons.approach import Approach
from alarmclock.daemons.clock import settle
from alarmclock.daemons.readiness_watch import ReadinessWatch
from tests.daemons.builders import HOUR, MINUTE, SECOND, World, make_alarm

SPEAKERS = Output("Speakers", is_muted=False, volume=60)
MUTED = replace(SPEAKERS, is_muted=True)
OWN = RingSettings(sound="/music/own.mp3")


class Scene:
    """A world with its computer on paper; it is 06:30, and alarms ring at 07:00."""

    def __init__(self, *items, output=SPEAKERS):
        self.world = World()
        self.world.book.load(items, [])
        self.outlet, self.notifier = FixedOutlet(output), PaperNotifier()
        self.wakefulness = PaperWakefulness()
        self.machine = Machine(self.outlet, self.notifier, wakefulness=self.wakefulness)
        self.readiness = Readiness(Settings())
        self.approach = Approach(self.world.book, self.world.clock)
        self.bad_sounds, self.checked = set(), []
        self.warned, self.unwarned = [], []
        self.watch = ReadinessWatch(
            self.world.book,
            self.world.clock,
            self.machine,
            self.readiness,
            self.approach,
            self._check_sound,
            lambda goal, reasons: self.warned.append((goal.item_id, [r.check for r in reasons])),
            self.unwarned.append,
        )

    def _check_sound(self, sound):
        self.checked.append(sound)
        if sound in self.bad_sounds:
            raise Invalid("sound", "The file is gone.")

    async def __aenter__(self):
        self.watch.start()
        self.tasks = [asyncio.create_task(part.run()) for part in (self.approach, self.watch)]
        await self.until_checked()
        return self

    async def __aexit__(self, *_):
        for task in self.tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def until_checked(self):
        """Let threads answer."""
        for _ in range(50):
            await settle()
            await asyncio.to_thread(lambda: None)
        await settle()

    def grade(self, ring=None):
        """Give the grade of a ring."""
        return self.readiness.verdict(ring or RingSettings()).grade


async def test_what_the_computer_says_at_the_start_is_judged():
    """Muted speakers are bad, whatever else."""
    async with Scene(output=MUTED) as scene:
        assert scene.grade() is Grade.BAD


async def test_every_change_is_judged_at_once():
    """A device, a server, a habit."""
    async with Scene() as scene:
        assert scene.grade() is Grade.GOOD
        scene.outlet.change(MUTED)
        assert scene.grade() is Grade.BAD
        scene.outlet.change(SPEAKERS)
        scene.notifier.change(None)
        assert scene.grade() is Grade.WARNING
        scene.notifier.change(NotificationServer("dunst", has_actions=True))
        assert scene.grade() is Grade.GOOD
        scene.wakefulness.change(Habits(may_sleep=True, sleeps_after=20 * MINUTE))
        assert scene.grade() is Grade.WARNING


async def test_it_looks_once_an_hour():
    """Some changes tell nobody."""
    async with Scene() as scene:
        looks = scene.outlet.looks
        await scene.world.clock.run_for(2 * HOUR)
        assert scene.outlet.looks == looks + 2
        assert scene.notifier.looks == scene.wakefulness.looks == scene.outlet.looks


async def test_sounds_are_checked_at_the_start_and_when_they_are_new():
    """One that can't be used is a reason."""
    scene = Scene(make_alarm(7, ring=OWN))
    scene.bad_sounds.add(OWN.sound)
    async with scene:
        assert scene.grade(OWN) is Grade.WARNING
        assert scene.checked == [OWN.sound]
        scene.bad_sounds.clear()
        scene.world.editing.add(make_alarm(8, ring=RingSettings(sound="/other.wav"), id="other"))
        await scene.until_checked()
        assert "/other.wav" in scene.checked
        assert scene.grade(OWN) is Grade.GOOD


async def test_ten_minutes_before_a_ring_in_doubt_it_warns_once():
    """Not earlier; and it looks at everything before."""
    async with Scene(make_alarm(7, id="gym"), output=MUTED) as scene:
        await scene.world.clock.run_for(20 * MINUTE - SECOND)
        assert scene.warned == []
        looks = scene.outlet.looks
        await scene.world.clock.run_for(4 * SECOND)
        assert scene.warned == [("gym", [Check.VOLUME])]
        assert scene.outlet.looks == looks + 1
        await scene.world.clock.run_for(5 * MINUTE)
        assert len(scene.warned) == 1


async def test_a_ring_that_will_be_heard_is_not_warned_of():
    """All is well."""
    async with Scene(make_alarm(7, id="gym")) as scene:
        await scene.world.clock.run_for(25 * MINUTE)
        assert scene.warned == []


async def test_a_doubt_that_comes_later_is_told_and_taken_back_when_mended():
    """Within the ten minutes everything counts at once."""
    async with Scene(make_alarm(7, id="gym")) as scene:
        await scene.world.clock.run_for(25 * MINUTE)
        scene.outlet.change(MUTED)
        assert scene.warned == [("gym", [Check.VOLUME])]
        scene.outlet.change(SPEAKERS)
        assert scene.unwarned == ["gym"]


async def test_an_alarm_that_was_turned_off_is_in_doubt_no_more():
    """Its warning goes."""
    async with Scene(make_alarm(7, id="gym"), output=MUTED) as scene:
        await scene.world.clock.run_for(21 * MINUTE)
        scene.world.editing.switch("gym", on=False)
        assert scene.unwarned == ["gym"]


async def test_an_alarm_for_in_a_moment_is_warned_of_in_time():
    """Before it rings."""
    async with Scene(output=MUTED) as scene:
        scene.world.editing.add(make_alarm(6, 30, second=2, id="now"))
        await scene.until_checked()
        await scene.world.clock.run_for(timedelta(seconds=1.5))
        assert scene.warned == [("now", [Check.VOLUME])]


async def test_what_matters_no_more_shortly_before_is_not_told():
    """No notifications to tell by, and a computer that is held awake."""
    scene = Scene(make_alarm(7, id="gym"))
    async with scene:
        scene.notifier.change(None)
        scene.wakefulness.hold("Gym rings soon")
        scene.wakefulness.change(Habits(may_sleep=True, sleeps_after=20 * MINUTE))
        await scene.world.clock.run_for(25 * MINUTE)
        assert scene.warned == []
        scene.wakefulness.release()
        scene.watch.take_in()
        assert scene.warned == [("gym", [Check.SLEEP])]


async def test_many_that_are_due_together_are_checked_together():
    """One look at the computer serves them all."""
    alarms = [make_alarm(7, id=f"a{number}") for number in range(200)]
    async with Scene(*alarms, output=MUTED) as scene:
        looks = scene.outlet.looks
        await scene.world.clock.run_for(21 * MINUTE)
        assert scene.outlet.looks == looks + 1
        assert len(scene.warned) == 200


async def test_one_that_comes_while_others_are_checked_is_warned_of_in_time():
    """It has no time to wait for them."""
    async with Scene(output=MUTED) as scene:
        scene.world.editing.add(make_alarm(6, 39, id="later"))
        await scene.until_checked()
        scene.world.editing.add(make_alarm(6, 30, second=1, id="now"))
        await scene.until_checked()
        assert [item_id for item_id, _ in scene.warned] == ["now"]
        await scene.world.clock.run_for(3 * SECOND)
        assert "later" in [item_id for item_id, _ in scene.warned]


async def test_a_sound_that_was_chosen_is_checked_before_it_is_saved():
    """Whoever chose it reads of it at once."""
    scene = Scene()
    scene.bad_sounds.add(OWN.sound)
    async with scene:
        scene.watch.look_at_sound(OWN.sound)
        await scene.until_checked()
        assert scene.grade(OWN) is Grade.WARNING
