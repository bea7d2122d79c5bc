"""A person who lives with many alarms and timers at random, and a record of what had to ring."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from random import Random

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, Item
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import Once, OnDate, Rule, Weekday, Weekdays
from alarmclock.core.schedule import occurrences
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import settle
from tests.daemons.builders import DAY, HOUR, MICROSECOND, MINUTE, World

Due = tuple[str, datetime]


class Person:
    """Answers rings, and changes, deletes and takes back whatever comes to hand."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._random = Random(seed)

    def alarms(self, number: int) -> list[Alarm]:
        """Set many alarms of every kind."""
        return [
            Alarm(
                self._time(),
                self._rule(),
                label=f"Alarm {n}",
                zone=self._random.choice([None, None, "Asia/Kolkata", "America/New_York"]),
                armed_at=self._random.choice([None, self._now(), self._now()]),
                ring=self._ring(),
                id=f"alarm {n}",
            )
            for n in range(number)
        ]

    def timers(self, number: int) -> list[Timer]:
        """Start many timers of every length."""
        return [
            Timer(self._minutes(1, 1200), f"Timer {n}", ring=self._ring(), id=f"timer {n}").started(
                self._now()
            )
            for n in range(number)
        ]

    async def live_a_while(self) -> None:
        """Let some time pass, answer what rings, and sometimes do something else."""
        await self._world.clock.run_for(self._minutes(1, 40))
        self._answer()
        if self._random.random() < 0.5:
            self._do_something()
        if self._random.random() < 0.1:
            await self._look_at_the_window()
        if self._random.random() < 0.02:
            self._world.clock.advance(self._minutes(30, 540))
        await settle()

    def _answer(self) -> None:
        for item, _ in self._world.book.ringing():
            answer = self._random.choice(["dismiss", "dismiss", "snooze", "nothing"])
            if answer == "dismiss":
                self._world.answering.dismiss(item.id)
            elif answer == "snooze":
                self._refused_or(self._world.answering.snooze, item.id, self._minutes(1, 30))

    def _do_something(self) -> None:
        items = list(self._world.book)
        if self._random.random() < 0.2 or not items:
            self._random.choice([self._world.editing.undo, self._world.editing.redo])()
            return
        item = self._random.choice(items)
        self._do_something_with(item)

    def _do_something_with(self, item: Item) -> None:
        editing = self._world.editing
        if self._random.random() < 0.05:
            editing.remove(item.id)
            self._random.choice([editing.undo, lambda: None])()
        elif isinstance(item, Timer):
            steps = [editing.restart, editing.extend]
            if item.ends_at is not None:
                steps.append(editing.pause)
            if item.left is not None:
                steps.append(editing.resume)
            self._random.choice(steps)(item.id)
        else:
            self._change(item)

    def _change(self, alarm: Alarm) -> None:
        editing = self._world.editing
        changed = self._random.choice(
            [
                replace(alarm, time=self._time()),
                replace(alarm, rule=self._rule()),
                replace(alarm, label=f"{alarm.label[:20]}!"),
                None,
                None,
            ]
        )
        if changed is None:
            self._refused_or(editing.switch, alarm.id, on=alarm.armed_at is None)
        else:
            self._refused_or(editing.replace, changed)

    async def _look_at_the_window(self) -> None:
        ids = [item.id for item in self._world.book]
        seen = set(self._random.sample(ids, min(5, len(ids))))
        self._world.keeper.watch(seen, timers=self._random.random() < 0.5)
        await self._world.clock.run_for(self._minutes(0, 1))
        self._world.keeper.watch(set(), timers=False)

    def _refused_or(self, command, *arguments, **options) -> None:
        with suppress(Invalid):  # a person reads the sentence and lets it be
            command(*arguments, **options)

    def _now(self) -> datetime:
        return self._world.clock.now()

    def _minutes(self, least: int, most: int) -> timedelta:
        # Never on the microsecond of a due: what comes first there is nobody's promise.
        minutes = self._random.uniform(least, most) * MINUTE
        return minutes - minutes % (2 * MICROSECOND) + MICROSECOND

    def _time(self) -> time:
        return time(self._random.randrange(24), self._random.randrange(60))

    def _rule(self) -> Rule:
        day = (self._now() + self._random.randrange(1, 30) * DAY).date()
        days = self._random.sample(list(Weekday), self._random.randrange(1, 8))
        return self._random.choice([Once(), OnDate(day), Weekdays(frozenset(days))])

    def _ring(self) -> RingSettings:
        return RingSettings(
            snooze_limit=self._random.choice([None, 0, 1, 3]),
            ring_length=self._random.choice([timedelta(seconds=30), 10 * MINUTE, 45 * MINUTE]),
            late_limit=self._random.choice([timedelta(0), 30 * MINUTE, 2 * HOUR, None]),
        )


class Ledger:
    """Writes down every state of every item, and every claim: what had to ring, and what did."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._states: dict[str, list[tuple[datetime, Item | None]]] = {}
        self.claims: list[Ring] = []

    def begin(self) -> None:
        """Write down how all stands, and every change from now on."""
        for item in self._world.book:
            self._states[item.id] = [(self._world.clock.now(), item)]
        self._world.book.listen(self._follow)

    def due(self) -> set[Due]:
        """Tell every occurrence that had to be claimed until now."""
        now = self._world.clock.now()
        return {
            (item_id, due)
            for item_id, states in self._states.items()
            for (begin, item), (end, _) in pairwise([*states, (now, None)])
            for due in self._due_between(item, begin, end)
        }

    def _due_between(self, item: Item | None, begin: datetime, end: datetime) -> Iterator[datetime]:
        if isinstance(item, Timer):
            if item.ends_at is not None and item.ends_at <= end:
                yield item.ends_at
        elif item is not None and item.armed_at is not None:
            found = occurrences(item, max(begin, item.armed_at), self._world.clock.zone())
            for occurrence in found:
                if occurrence.due > end:
                    return
                yield occurrence.due
                if not item.rule.repeats:
                    return

    def _follow(self, change: Change) -> None:
        now = self._world.clock.now()
        for item in change.items:
            self._states.setdefault(item.item_id, []).append((now, item.after))
        self.claims += [ring.after for ring in change.rings if ring.before is None]
