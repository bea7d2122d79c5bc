"""Keeps what is known of the computer up to date, and warns shortly before a ring in doubt.

It looks at the start, whenever something changes, once an hour, and ten minutes before each due:
then a doubt is told, not only shown.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.change import Change, Item
from alarmclock.core.errors import Invalid
from alarmclock.core.goal import Goal
from alarmclock.core.surroundings.machine import Machine
from alarmclock.daemons.approach import Approach
from alarmclock.daemons.clock import WakingClock, heartbeat

logger = logging.getLogger(__name__)

LOOK_EVERY = timedelta(hours=1)
CHECK_BEFORE = timedelta(minutes=10)
# The computer is asked on threads and over buses: their answers are waited for so long.
ANSWERS_TAKE = timedelta(seconds=2)

# What speaks against a ring, whatever numbers its sentence names.
Kind = tuple[Check, Grade, Mend | None]
Warn = Callable[[Goal, tuple[Reason, ...]], None]
Unwarn = Callable[[str], None]


class ReadinessWatch:
    """Joins the computer with the verdicts.

    `check_sound` raises Invalid when a sound can't be used; it may take a second and is called on
    another thread. `warn` is called with what is due within ten minutes and what speaks against
    it, again when that is something else, and `unwarn` with the id of what is in doubt no more.
    """

    def __init__(
        self,
        book: AlarmBook,
        clock: WakingClock,
        machine: Machine,
        readiness: Readiness,
        approach: Approach,
        check_sound: Callable[[str], None],
        warn: Warn,
        unwarn: Unwarn,
    ) -> None:
        self._book = book
        self._clock = clock
        self._machine = machine
        self._readiness = readiness
        self._approach = approach
        self._check_sound = check_sound
        self._warn = warn
        self._unwarn = unwarn
        self._sounds: set[str] = set()
        self._news = asyncio.Event()
        self._near: dict[str, Goal] = {}
        self._warned: dict[str, tuple[Goal, list[Kind]]] = {}
        self._is_checking = False
        self._check: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Follow the computer and the book from now on."""
        machine = self._machine
        for part in (machine.outlet, machine.notifier, machine.wakefulness):
            part.listen(self.take_in)
        self._approach.tell(lambda: CHECK_BEFORE, self._begin_check)
        self._book.listen(self._follow)
        self._readiness.listen(self._look_at_near)
        self._note_sounds(list(self._book))
        self.take_in()

    def look(self) -> None:
        """Look at everything anew: each part answers in its own time."""
        for part in (self._machine.outlet, self._machine.notifier, self._machine.wakefulness):
            part.look()
        self._sounds = set()
        self._note_sounds(list(self._book))
        self.take_in()

    def look_at_sound(self, sound: str) -> None:
        """Check a sound that somebody has chosen and may save."""
        if sound not in self._sounds:
            self._sounds.add(sound)
            self._news.set()

    def take_in(self) -> None:
        """Judge by what the parts of the computer say at this moment."""
        machine = self._machine
        self._readiness.update(
            output=machine.outlet.output,
            server=machine.notifier.server,
            is_server_known=machine.notifier.is_known,
            habits=machine.wakefulness.habits,
            is_held=machine.wakefulness.is_held,
            doubt=self._book.plausibility.doubt is not None,
            checked_at=self._clock.now(),
        )

    async def run(self) -> None:
        """Look once an hour, and check the sounds that are new, until cancelled."""
        hourly = asyncio.create_task(heartbeat(self._clock, LOOK_EVERY, self.look))
        try:
            while True:
                await self._news.wait()
                self._news.clear()
                await self._check_sounds()
        finally:
            tasks = [task for task in (hourly, self._check) if task is not None]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    # Sounds

    def _follow(self, change: Change) -> None:
        self._note_sounds([item.after for item in change.items if item.after is not None])
        for item_id in change.item_ids & self._near.keys():
            self._judge(item_id)

    def _note_sounds(self, items: list[Item]) -> None:
        sounds = {item.ring.sound for item in items}
        if not sounds <= self._sounds:
            self._sounds |= sounds
            self._news.set()

    async def _check_sounds(self) -> None:
        problems: dict[str, str] = {}
        sounds = frozenset(self._sounds)
        for sound in sorted(sounds):
            try:
                await asyncio.to_thread(self._check_sound, sound)
            except Invalid as error:
                problems[sound] = str(error)
            except Exception:  # what can't be checked may sound all the same
                logger.exception("The sound “%s” could not be checked", sound)
        self._readiness.update(sound_problems=problems, sounds_checked=sounds)

    # Shortly before

    def _begin_check(self, goal: Goal) -> None:
        """Check what is near; thousands that are due together are checked together."""
        self._near[goal.item_id] = goal
        if self._is_checking:
            if self._left(goal) < 2 * ANSWERS_TAKE:
                self._judge(goal.item_id)
            return
        self._is_checking = True
        self.look()
        self._check = asyncio.get_running_loop().create_task(self._check_near(goal))

    async def _check_near(self, goal: Goal) -> None:
        """Judge when the computer has had time to answer, or at once when there is none left."""
        patience = max(min(ANSWERS_TAKE, self._left(goal) / 2), timedelta(0))
        try:
            await self._clock.wake_at_elapsed(self._clock.elapsed() + patience)
        finally:
            self._is_checking = False
        self.take_in()
        self._judge_near()

    def _left(self, goal: Goal) -> timedelta:
        return goal.at - self._clock.now()

    def _look_at_near(self) -> None:
        if not self._is_checking:
            self._judge_near()

    def _judge_near(self) -> None:
        for item_id in list(self._near):
            self._judge(item_id)

    def _judge(self, item_id: str) -> None:
        """Warn of an item that is near, or take the warning back."""
        item, goal = self._book.find(item_id), self._near[item_id]
        if item is None or self._book.goal(item_id) != goal:
            del self._near[item_id]
            self._take_back(item_id)
            return
        against = tuple(filter(self._matters, self._readiness.verdict(item.ring).against))
        kinds = [(reason.check, reason.grade, reason.mend) for reason in against]
        if not against:
            self._take_back(item_id)
        elif self._warned.get(item_id) != (goal, kinds):
            self._warned[item_id] = (goal, kinds)
            self._warn(goal, against)

    def _take_back(self, item_id: str) -> None:
        if self._warned.pop(item_id, None) is not None:
            self._unwarn(item_id)

    def _matters(self, reason: Reason) -> bool:
        """Tell whether a reason is worth a warning now.

        The window rings without notifications, too, and a computer that is awake and held awake
        does not fall asleep before the due.
        """
        if reason.check is Check.NOTIFICATIONS:
            return False
        return reason.check is not Check.SLEEP or not self._machine.wakefulness.is_held
