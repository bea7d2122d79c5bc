"""A small world for daemons: a fake clock, a book with a journal in memory, and their keeper."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.change import Change, Item
from alarmclock.core.errors import AlreadyClaimed
from alarmclock.core.goal import Goal
from alarmclock.core.outlook.clock_changes import ClockChanges
from alarmclock.core.plausible import Plausibility
from alarmclock.core.ports import Journal
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import EVERY_DAY, Once, Rule, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import settle
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.daemons.keeper import Keeper
from alarmclock.daemons.time_watch import TimeWatch

MICROSECOND = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
ONCE = Once()
DAILY = Weekdays(EVERY_DAY)
USUAL = RingSettings()


def make_alarm(
    hour: int = 7,
    minute: int = 0,
    *,
    second: int = 0,
    rule: Rule = ONCE,
    armed_at: datetime | None = NOW,
    ring: RingSettings = USUAL,
    **fields: str | None,
) -> Alarm:
    """Make an alarm at 07:00 that was armed at NOW, named after its time."""
    wall = time(hour, minute, second)
    named = {"id": f"alarm {wall}", "label": "Gym"} | fields
    return Alarm(wall, rule, armed_at=armed_at, ring=ring, **named)


def make_timer(seconds: float = 5, *, item_id: str = "timer", label: str = "Tea") -> Timer:
    """Make a timer of five seconds that doesn't run yet."""
    return Timer(timedelta(seconds=seconds), label=label, id=item_id)


def open_descriptors() -> set[str]:
    """Name the file descriptors of this process."""
    return {entry.name for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()}


@dataclass(frozen=True)
class BentRule:
    """A rule that can't be asked."""

    repeats = True

    def next_date(self, earliest: date) -> date:
        """Fail."""
        raise ValueError(f"the rule is bent at {earliest}")


class MemoryJournal:
    """Keeps claims in memory, and refuses a second one as the store does."""

    def __init__(self) -> None:
        self.claims: set[tuple[object, ...]] = set()

    def save(self, change: Change) -> None:
        """Take note of the claims. Raises AlreadyClaimed."""
        claimed = [ring.after.key for ring in change.rings if ring.before is None]
        if not self.claims.isdisjoint(claimed):
            raise AlreadyClaimed("It rang before.")
        self.claims.update(claimed)


class World:
    """Everything that daemons live in; `events` is what they and the commands reported."""

    def __init__(
        self,
        now: datetime = NOW,
        zone: tzinfo = UTC,
        last_alive: datetime | None = None,
        journal: Journal | None = None,
        last_zone: tzinfo | None = None,
    ) -> None:
        self.clock = FakeClock(now, zone)
        self.journal = journal or MemoryJournal()
        self.book = AlarmBook(self.clock, self.journal, Plausibility(self.clock, last_alive))
        self.events: list[Event] = []
        self.watcher: Callable[[Event], None] = lambda _: None
        self.vigil = Vigil(self.clock)
        self.answering = Answering(self.book, self.record, self.vigil)
        self.editing = Editing(self.book)
        self.keeper = Keeper(self.book, self.clock, self._reach, self.record)
        self.alive: list[datetime] = []
        self.watch = TimeWatch(
            self.clock,
            ClockChanges(self.book, self.vigil, self.record, last_zone),
            self.book.plausibility,
            nudge=self.keeper.nudge_all,
            show=lambda: None,
            alive=self.alive.append,
        )
        self.counts: list[int] = []
        self.broken: dict[str, Exception] = {}

    async def start(self, items: Iterable[Item] = (), rings: Iterable[Ring] = ()) -> int:
        """Open the program with what its store has, and let the daemons take their first step."""
        self.book.load(items, rings)
        self.keeper.on_count(self.counts.append)
        self.watch.begin()
        self.watch.start()
        number = self.keeper.start()
        await settle()
        return number

    async def run_for(self, **length: float) -> None:
        """Let time pass, each sleeper waking at its own moment."""
        await self.clock.run_for(timedelta(**length))

    async def set_wall(self, by: timedelta) -> None:
        """Set the wall clock forward or back."""
        self.clock.set_wall(self.clock.now() + by)
        await settle()

    def record(self, event: Event) -> None:
        """Keep an event and pass it on."""
        self.events.append(event)
        self.watcher(event)

    def of(self, *kinds: type[Event], item: Item | str | None = None) -> list[Event]:
        """List the events of these kinds, of one item or of all."""
        item_id = item if isinstance(item, str) or item is None else item.id
        return [
            event
            for event in self.events
            if isinstance(event, kinds) and item_id in (None, event.item_id)
        ]

    def story(self, item: Item | str | None = None) -> list[str]:
        """Name everything that was reported but ticks, in order."""
        return [
            type(event).__name__ for event in self.of(Event, item=item) if type(event) is not Ticked
        ]

    def times(self, *kinds: type[Event]) -> list[timedelta]:
        """List when these events came, counted from NOW."""
        return [event.at - NOW for event in self.of(*kinds)]

    def tasks(self) -> set[asyncio.Task[object]]:
        """Give the tasks of the daemons."""
        return {task for task in asyncio.all_tasks() if task.get_name().startswith("daemon ")}

    def _reach(self, goal: Goal) -> None:
        if goal.item_id in self.broken:
            raise self.broken[goal.item_id]
        self.answering.reach(goal)
