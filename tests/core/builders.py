"""Valid values with defaults, and fakes, so that a test spells only what matters."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.activity.events import Event
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.catching_up import CatchingUp
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.change import Change
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.outlook.clock_changes import ClockChange, ClockChanges
from alarmclock.core.plausible import Plausibility
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import Once, Rule, Weekday, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.daemons.fake_clock import FakeClock

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ONCE = Once()
USUAL = RingSettings()
# A Sunday evening in winter, without any change of clocks near; it is 20:30 in Berlin.
SUNDAY_EVENING = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)


def utc(text: str) -> datetime:
    """Read an instant such as “2026-11-22 19:30”."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(text: str, zone: tzinfo = BERLIN) -> datetime:
    """Read a wall-clock time of a zone as its UTC instant."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def make_alarm(
    hour: int = 7,
    minute: int = 0,
    second: int = 0,
    *,
    rule: Rule = ONCE,
    label: str = "",
    zone: str | None = None,
    armed_at: datetime | None = SUNDAY_EVENING,
    ring: RingSettings = USUAL,
    item_id: str = "alarm",
) -> Alarm:
    """Make an alarm, armed on a Sunday evening for 7:00."""
    return Alarm(time(hour, minute, second), rule, label, zone, armed_at, ring, item_id)


def make_timer(
    minutes: int = 10,
    *,
    label: str = "",
    ends_at: datetime | None = None,
    left: timedelta | None = None,
    item_id: str = "timer",
) -> Timer:
    """Make a timer of ten minutes that stands at its end."""
    return Timer(minutes * MINUTE, label, ends_at, left, id=item_id)


def make_ring(
    day: str = "2026-11-23", hour: int = 7, *, item_id: str = "alarm", zone: tzinfo = BERLIN
) -> Ring:
    """Make the ring of an alarm at a full hour, sounding on time."""
    due = datetime.combine(date.fromisoformat(day), time(hour), zone).astimezone(UTC)
    return Ring(item_id, date.fromisoformat(day), time(hour), due, rang_at=due)


def weekly(*days: Weekday) -> Weekdays:
    """Make a rule of weekdays."""
    return Weekdays(frozenset(days))


class MemoryJournal:
    """Keeps changes in memory as the store does on disk, and fails when told to.

    ``items`` and ``rings`` are what would be read at the next start.
    """

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.items: dict[str, Alarm | Timer] = {}
        self.rings: dict[tuple[object, ...], Ring] = {}
        self.fails = False

    def save(self, change: Change) -> None:
        """Take in a change, or refuse it whole."""
        if self.fails:
            raise NotSaved("The disk is full. Free some space.")
        for ring in change.rings:
            if ring.before is None and ring.after.key in self.rings:
                raise AlreadyClaimed("This ring is taken.")
        self.changes.append(change)
        for item in change.items:
            if item.after is None:
                self.items.pop(item.item_id, None)
            else:
                self.items[item.item_id] = item.after
        self.rings.update({ring.after.key: ring.after for ring in change.rings})


class MemoryDiary:
    """Keeps events in memory, and fails when told to."""

    def __init__(self) -> None:
        self.kept: list[Event] = []
        self.fails = False

    def keep(self, event: Event) -> None:
        """Keep an event."""
        if self.fails:
            raise NotSaved("The disk is full. Free some space.")
        self.kept.append(event)

    def keep_all(self, events: Iterable[Event]) -> None:
        """Keep several events, or none of them."""
        if self.fails:
            raise NotSaved("The disk is full. Free some space.")
        self.kept.extend(events)


class Desk:
    """A book with everything around it in memory: clock, journal, commands and events.

    `bring` does what a daemon does: it reaches the goal of an item if its time has come.
    """

    def __init__(
        self,
        *items: Alarm | Timer,
        now: datetime = SUNDAY_EVENING,
        zone: tzinfo = BERLIN,
        journal: MemoryJournal | None = None,
        last_alive: datetime | None = None,
        last_zone: tzinfo | None = None,
    ) -> None:
        self.clock = FakeClock(now, zone)
        self.journal = journal or MemoryJournal()
        self.journal.items.update({item.id: item for item in items})
        self.book = AlarmBook(self.clock, self.journal, Plausibility(self.clock, last_alive))
        self.book.load(self.journal.items.values(), self.journal.rings.values())
        self.events: list[Event] = []
        self.editing = Editing(self.book)
        self.vigil = Vigil(self.clock)
        self.answering = Answering(self.book, self.events.append, self.vigil)
        self.catching_up = CatchingUp(self.book, self.answering, self.events.append)
        self.changes = ClockChanges(self.book, self.vigil, self.events.append, last_zone)

    def at(self, text: str) -> "Desk":
        """Let the time pass, or go back, until a local time such as “2026-11-23 07:00”."""
        moment = local(text, self.clock.zone())
        if moment > self.clock.now():
            self.clock.advance(moment - self.clock.now())
        else:
            self.clock.set_wall(moment)
        return self

    def set_clock(self, step: timedelta = timedelta(0), zone: tzinfo | None = None) -> "Desk":
        """Set the clock by so much, or travel, as the watch over the clock tells of it."""
        before = self.clock.zone()
        self.clock.set_zone(zone or before)
        self.clock.set_wall(self.clock.now() + step)
        self.changes.follow(ClockChange(step, before, zone or before))
        return self

    def bring(self, item_id: str = "alarm") -> bool:
        """Reach an item's goal if its time has come, and tell whether it had."""
        goal = self.book.goal(item_id)
        if goal is None or goal.at > self.clock.now():
            return False
        self.answering.reach(goal)
        return True

    def reopened(
        self,
        now: datetime | None = None,
        last_alive: datetime | None = None,
        zone: tzinfo | None = None,
    ) -> "Desk":
        """Close the program and open it again with what the journal has."""
        desk = Desk(
            now=now or self.clock.now(),
            zone=zone or self.clock.zone(),
            journal=self.journal,
            last_alive=last_alive,
            last_zone=self.clock.zone(),
        )
        desk.changes.begin()
        return desk

    def said(self) -> list[str]:
        """Read the activity as people do."""
        teller = Teller(self.clock.now(), self.clock.zone())
        lines = [teller.words(event) for event in self.events]
        return [f"{line.headline}: {line.detail}" for line in lines]

    def items(self) -> dict[str, Alarm | Timer]:
        """Give all alarms and timers by their ids."""
        return {item.id: item for item in self.book}

    def local_due(self, item_id: str = "alarm") -> str | None:
        """Give the next ring as a local time such as “2026-11-23 07:00”."""
        due = self.book.due(item_id)
        return f"{due.astimezone(self.clock.zone()):%Y-%m-%d %H:%M}" if due else None


def ringing(alarm: Alarm | None = None) -> Desk:
    """Give a desk at Monday, 7:00, where an alarm rings."""
    desk = Desk(alarm or make_alarm()).at("2026-11-23 07:00")
    assert desk.bring()
    return desk


def last(desk: Desk) -> Event:
    """Give the newest event."""
    return desk.events[-1]
