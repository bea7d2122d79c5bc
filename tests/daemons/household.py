"""A household that lives with its alarms for years: with sleep, travels, restarts, wrong clocks.

The keeper, its daemons, the watch over the clock, the book and the commands are the program's own;
only the clock and the store are stand-ins. The heart of the watch, which beats once a minute, would
beat five million times: it does so where it can matter, before each disturbance, for a day before a
change of the zone (by its marks the program knows that it was awake), and while the clock is
doubted. The program is not started again while the clock is wrong.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from alarmclock.core.activity.events import AskedAwake, Event, Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.catching_up import CatchingUp
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.errors import Invalid
from alarmclock.core.ringing import Cause
from alarmclock.daemons.clock import settle
from tests.daemons.builders import DAY, HOUR, MICROSECOND, MINUTE, World
from tests.daemons.lasting_journal import LastingJournal
from tests.daemons.mixed_alarms import make_alarm
from tests.daemons.plan import Plan
from tests.daemons.witness import Case, Witness

HOMES = [
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
]
NOTHING = timedelta(0)
NOBODY_WATCHED = (Cause.ASLEEP, Cause.CLOCK_CHANGED, Cause.PROGRAM_CLOSED)
FOR_EVER = date.max
FARTHEST_BACK = timedelta(hours=3)
# By the zone farthest to the east it is this much later than by the one farthest to the west.
WIDEST_TRAVEL = DAY + 2 * HOUR
# A plan reaches beyond the end, so that people can skip what comes then.
BEYOND = 900 * DAY
ANSWERS = {"dismiss": 84, "snooze": 10, "nothing": 6}
AWAKE = 0.7
DISTURBANCES = {
    "sleep": 4,
    "start again": 4,
    "set forward": 2,
    "set back": 2,
    "travel": 2,
    "set far back": 2,
}
DEEDS = {"switch": 3, "skip": 4, "take back": 2, "pause": 2, "resume": 3}


class LongWorld(World):
    """The parts of the program between two starts; what is told is passed on and not kept."""

    def __init__(self, now, zone, last_alive, last_zone, journal: LastingJournal) -> None:
        super().__init__(now, ZoneInfo(zone), last_alive, journal, ZoneInfo(last_zone))
        self.skipping = Skipping(self.book)
        self.catching_up = CatchingUp(self.book, self.answering, self.record)

    def record(self, event: Event) -> None:
        """Pass an event on."""
        self.watcher(event)


class Household:
    """People and their alarms, everything at random by one seed."""

    def __init__(self, seed: int, number: int, begin: datetime, end: datetime) -> None:
        self._random = Random(seed)
        self._begin, self._end = begin, end
        self._zone = self._random.choice(HOMES)
        alarms = [make_alarm(self._random, n, begin) for n in range(number)]
        # Each alarm is answered by dice of its own: those of one instant ring in no promised order.
        self._dice = {alarm.id: Random(f"{seed} {alarm.id}") for alarm in alarms}
        self._cases = [self._case(alarm) for alarm in alarms]
        self.witness = Witness(self._cases, self._zone)
        self.journal = LastingJournal(alarms, self.witness.see_claim)
        self.did: Counter[str] = Counter()
        self._failures: list[BaseException] = []
        self._last_alive: datetime | None = None
        self._latest = begin

    @property
    def now(self) -> datetime:
        """What the clock reads."""
        return self.world.clock.now()

    async def live(self) -> None:
        """Live from the begin to the end."""
        asyncio.get_running_loop().set_exception_handler(self._take_failure)
        await self._open(self._begin, self._zone)
        while self.now < self._end:
            await self._go_on(self._random.uniform(0.3, 8) * DAY)
            await self._have_an_hour()
            if self._random.random() < 0.35:
                await self._be_disturbed()
        await self._close()

    # How time goes

    async def _open(self, now: datetime, last_zone: str) -> None:
        self.world = LongWorld(now, self._zone, self._last_alive, last_zone, self.journal)
        self.world.watcher = self._hear
        await self.world.start(self.journal.items.values(), self.journal.rings())

    async def _close(self) -> None:
        """Kill the program: what is in memory is lost."""
        self._last_alive = (self.world.alive or [self._last_alive])[-1]
        tasks = self.world.tasks()
        for task in tasks:
            task.cancel()
        self.world.watcher = lambda _event: None
        await asyncio.gather(*tasks, return_exceptions=True)
        self.world.clock.close()

    async def _go_on(self, length: timedelta, *, heart: timedelta = 2 * MINUTE) -> None:
        """Let time go on smoothly; the heart of the watch beats over its last stretch."""
        length = odd(length)
        self.witness.aftermath.is_smooth = True
        await self.world.clock.run_for(max(length - heart, NOTHING))
        watching = asyncio.create_task(self.world.watch.run())
        await self.world.clock.run_for(min(heart, length))
        watching.cancel()
        await settle()
        self.witness.aftermath.is_smooth = False
        self._latest = max(self._latest, self.now)
        self.witness.go_on_all(self.now)
        if self._failures:
            raise self._failures[0]

    def _jumped(self, *causes: Cause, corrected: bool = False) -> None:
        """Let the witness compare what came of all that was passed in one go."""
        self.witness.jump(self.now, frozenset(causes), corrected=corrected)

    async def _be_disturbed(self) -> None:
        name = self._one_of(DISTURBANCES)
        self.did[name] += 1
        await getattr(self, f"_{name.replace(' ', '_')}")()

    async def _sleep(self) -> None:
        self.world.clock.advance(self._some_time())
        await settle()
        self._jumped(Cause.ASLEEP)

    async def _set_forward(self) -> None:
        await self._set_wall(self._some_time())
        self._jumped(Cause.CLOCK_CHANGED)

    async def _set_back(self) -> None:
        await self._set_wall(-self._part_of(FARTHEST_BACK))
        self._jumped()

    async def _travel(self) -> None:
        await self._go_on(WIDEST_TRAVEL, heart=WIDEST_TRAVEL)
        self._move()
        self.world.clock.set_zone(ZoneInfo(self._zone))
        self.world.watch.look()
        await settle()
        self._jumped(Cause.CLOCK_CHANGED)

    async def _start_again(self) -> None:
        await self._close()
        length = self._random.choice([NOTHING, self._some_time()])
        last_zone = self._zone
        if self._random.random() < 0.2:
            self._move()
        await self._open(self.now + length, last_zone)
        self._jumped(Cause.PROGRAM_CLOSED)

    async def _set_far_back(self) -> None:
        """Let the clock look wrong for some hours; then it is set right, or believed."""
        right = self.now
        back = FARTHEST_BACK + self._part_of(self._random.choice([9 * HOUR, 9 * DAY]))
        await self._set_wall(-back)
        self.witness.aftermath.is_doubted = True
        self._jumped()
        length = self._part_of(min(back, 20 * HOUR))
        await self._go_on(length, heart=length)
        if self._random.random() < 0.3:
            self.world.clock.advance(self._part_of(right - self.now))
            await settle()
            self._jumped(Cause.ASLEEP)
        else:
            await self._have_an_hour()
        await self._be_sure(right)

    async def _be_sure(self, right: datetime) -> None:
        self.witness.aftermath.is_doubted = False
        if self._random.random() < 0.2:
            self.world.watch.accept()
            await settle()
            self._jumped(*NOBODY_WATCHED)
        else:
            await self._set_wall(right - self.now + self._random.choice([0, 1, 5]) * HOUR)
            self._jumped(*NOBODY_WATCHED, corrected=True)
        for case in self._cases:
            case.armed_by_wrong_clock = False

    async def _set_wall(self, by: timedelta) -> None:
        self.witness.aftermath.set_clock(by)
        await self.world.set_wall(by)

    def _move(self) -> None:
        self._zone = self.witness.zone = self._random.choice(HOMES)

    # What people do

    def _hear(self, event: Event) -> None:
        self.witness.hear(event)
        if isinstance(event, Rang):
            self._answer(event.item_id)
        if isinstance(event, AskedAwake) and self._dice[event.item_id].random() < AWAKE:
            self._do(self.world.answering.answer_awake, event.item_id, MINUTE)

    def _answer(self, item_id: str) -> None:
        """Stop or snooze what rings, at once or in a while, or do nothing."""
        answer = self._dice[item_id].choices(list(ANSWERS), list(ANSWERS.values()))[0]
        if answer != "nothing":
            do = self.world.answering.dismiss if answer == "dismiss" else self._snooze
            self._do(do, item_id, 20 * MINUTE)

    def _do(self, do: Callable[[str], None], item_id: str, longest: timedelta) -> None:
        """Do something at once, or some time before so long is over."""
        dice = self._dice[item_id]
        if dice.random() < 0.8:
            asyncio.get_running_loop().call_soon(do, item_id)
            return
        world = self.world
        moment = world.clock.elapsed() + odd(dice.random() * longest)
        sleeper = world.clock.wake_at_elapsed(moment)
        sleeper.add_done_callback(lambda _: do(item_id) if world is self.world else None)

    def _snooze(self, item_id: str) -> None:
        dice = self._dice[item_id]
        length = odd(MINUTE + dice.random() * 90 * MINUTE)
        with suppress(Invalid):  # as often as its limit allows, or the next ring is near
            self.witness.aftermath.allow_snooze(item_id, self.now + length)
            self.world.answering.snooze(item_id, length)

    async def _have_an_hour(self) -> None:
        """Do this and that with some alarms."""
        for _ in range(self._random.randrange(16)):
            case = self._random.choice(self._cases)
            self.witness.go_on(case, self.now)
            getattr(self, f"_{self._one_of(DEEDS).replace(' ', '_')}")(case)
        if self._random.random() < 0.05:
            self._random.choice([self._pause_all, self._resume_all])()
        if self._random.random() < 0.5:
            self.world.catching_up.acknowledge()
        await settle()

    def _switch(self, case: Case) -> None:
        """Turn an alarm on, or sometimes off; the switch shows how it is."""
        is_on = self.world.book.is_on(case.alarm.id)
        if self.world.book.open_ring(case.alarm.id) is None:
            assert is_on is case.is_on, case.alarm
        if self._random.random() < 0.5:
            return
        try:
            self.world.editing.switch(case.alarm.id, on=not is_on)
        except Invalid:
            assert self._to_come(case) == [], case.alarm
            assert case.plan.ends or not case.alarm.rule.repeats, case.alarm
        else:
            self.did["turn off" if is_on else "turn on"] += 1
            self.witness.turned(case, on=not is_on)

    def _skip(self, case: Case) -> None:
        count = self._random.choice([1, 1, 1, 2, 5])
        expected = []
        if case.is_on and case.alarm.rule.repeats:
            expected = [day for day in self._to_come(case) if case.silence(day) is None][:count]
        try:
            days = self.world.skipping.skip(case.alarm.id, count)
        except Invalid:
            days = []
        # Set back by days, the program knows the newest few rings, and of others when they come.
        if self.now >= self._latest:
            assert [day for day in days if day < case.plan.end] == expected, case.alarm
        case.skipped |= set(days)
        self.did["skip"] += len(days)

    def _take_back(self, case: Case) -> None:
        self.world.skipping.take_back(case.alarm.id)
        ahead = set(self._to_come(case)) & case.skipped
        case.skipped -= ahead
        self.did["take back"] += len(ahead)

    def _pause(self, case: Case) -> None:
        today = case.plan.local_date(self.now, self._zone)
        until = self._random.choice([None, *[today + self._random.randrange(1, 90) * DAY] * 3])
        try:
            self.world.skipping.pause(case.alarm.id, until)
        except Invalid:
            assert not case.is_on, case.alarm
        else:
            self.did["pause"] += 1
            self.witness.paused(case, until or FOR_EVER, together=False)

    def _resume(self, case: Case) -> None:
        self.world.skipping.resume(case.alarm.id)
        if case.paused_until is not None:
            self.did["resume"] += 1
            self.witness.resumed(case)

    def _pause_all(self) -> None:
        self.witness.go_on_all(self.now)
        until = self.now.date() + self._random.randrange(3, 15) * DAY
        self.world.skipping.pause_all(until)
        self.did["pause all"] += 1
        for case in self._cases:
            if case.is_on and not self._is_paused(case):
                self.witness.paused(case, until, together=True)

    def _resume_all(self) -> None:
        self.witness.go_on_all(self.now)
        self.world.skipping.resume_all()
        self.did["resume all"] += 1
        for case in self._cases:
            if case.is_on and case.paused_together and self._is_paused(case):
                self.witness.resumed(case)

    def _is_paused(self, case: Case) -> bool:
        today = case.plan.local_date(self.now, self._zone)
        return case.paused_until is not None and today < case.paused_until

    def _to_come(self, case: Case) -> list[date]:
        """List the days ahead that are not claimed."""
        first = case.plan.behind(self.now, self._zone)
        return [day for day in case.plan.days[first : first + 400] if day not in case.claimed]

    # Shared

    def _case(self, alarm: Alarm) -> Case:
        plan = Plan(alarm, (self._begin - DAY).date(), (self._end + BEYOND).date())
        over = plan.behind(self._begin, self._zone)
        return Case(plan, alarm.armed_at is not None, over, over)

    def _one_of(self, choices: dict[str, int]) -> str:
        return self._random.choices(list(choices), list(choices.values()))[0]

    def _some_time(self) -> timedelta:
        """Give a length, mostly hours, sometimes minutes or weeks."""
        return self._part_of(self._random.choice([HOUR, 12 * HOUR, 12 * HOUR, 3 * DAY, 20 * DAY]))

    def _part_of(self, length: timedelta) -> timedelta:
        return odd(self._random.random() * length)

    def _take_failure(self, _loop, context) -> None:
        self._failures.append(context.get("exception") or AssertionError(context["message"]))


def odd(length: timedelta) -> timedelta:
    """Give a length with a microsecond too much: what comes first at a due is nobody's promise."""
    return length - length % (2 * MICROSECOND) + MICROSECOND
