"""Events of other programs as alarms: one for each moment at which a reminder rings.

What our rules can't say is taken as a list of dates where these are few, and refused where they
are not; either way it is said.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.exchange.foreign import ForeignEvent, Reminder
from alarmclock.core.exchange.imported import Gathering, LeftOut, label_from
from alarmclock.core.exchange.recurrence import Recurrence
from alarmclock.core.exchange.rules_in import follows, limits_needed, rule_of, shifted
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import MOST_EXCEPTED, MOST_TIMES, NO_LIMITS, Limits
from alarmclock.core.rules.rule import ONE_DAY, OnDate, OnDates, Rule
from alarmclock.core.schedule import next_occurrence, zone_named
from alarmclock.core.words.wording import counted, short_day
from alarmclock.values import dataclass, replace

# So far ahead, and so many dates, a rule that can't be kept is written out.
AHEAD = timedelta(days=731)
MOST_DATES = 366
MOST_REMINDERS = 10
MOST_TIMES_OF_DAY = 24


class TooMany(Exception):
    """A rule has more dates than can be listed, or takes too long to be worked out."""


class Expand(Protocol):
    """Works out the starts of a rule that ours can't say."""

    def __call__(
        self, recurrence: Recurrence, start: datetime, since: datetime, until: datetime, most: int
    ) -> list[datetime]:
        """List the starts from `since` until `until`, all in local time. Raises TooMany."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an import depends on: when it is, where, and how a new alarm rings."""

    now: datetime
    zone: tzinfo
    ring: RingSettings
    expand: Expand

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class _Ring:
    """One moment of an event at which it rings: so many days after the start, at this time."""

    shift: int
    at: time
    reminder: Reminder
    day: date | None = None  # set where it does not follow the event


def take_events(
    events: Iterable[ForeignEvent], around: Surroundings, into: Gathering, over: LeftOut
) -> None:
    """Make alarms of events; those that are over are counted."""
    for event in _with_exceptions(list(events)):
        if event.refusal:
            into.refuse(event.called, event.refusal)
            continue
        for note in event.notes:
            into.note(event.called, note)
        try:
            _take(event, around, into, over)
        except (Invalid, OverflowError) as error:
            into.refuse(event.called, f"It can't be set here: {error}")


def _with_exceptions(events: list[ForeignEvent]) -> Iterator[ForeignEvent]:
    """Leave out of each series what an exception replaces; the exception is one of its own."""
    replaced: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        if event.instead_of is not None:
            replaced[event.uid].add(event.instead_of)
    for event in events:
        if event.instead_of is None and event.uid in replaced:
            yield _without(event, replaced[event.uid])
        else:
            yield event


def _without(event: ForeignEvent, starts: set[datetime]) -> ForeignEvent:
    if event.starts_several_times_a_day:
        return replace(event, excepted_starts=event.excepted_starts | starts)
    return replace(event, excepted=event.excepted | {start.date() for start in starts})


def _take(event: ForeignEvent, around: Surroundings, into: Gathering, over: LeftOut) -> None:
    for number, ring in enumerate(_rings(event, around, into)):
        alarms = list(_alarms(event, ring, around, into))
        kept = [alarm for alarm in alarms if _rings_again(alarm, around)]
        if alarms and not kept:
            over.add(event.called)
        for part, alarm in enumerate(kept):
            into.add(replace(alarm, id=_identity(event, number, part)), is_whole=False)


def _rings(event: ForeignEvent, around: Surroundings, into: Gathering) -> list[_Ring]:
    """List the moments at which reminders ring, each once, the earliest first."""
    found: dict[tuple[object, ...], _Ring] = {}
    for reminder in event.reminders:
        if reminder.refusal:
            into.refuse(event.called, reminder.refusal)
            continue
        ring = _ring(event, reminder, around)
        key = (ring.day, ring.shift, ring.at)
        # A program may have one reminder that is shown and one that sounds, at the same moment.
        before = found.setdefault(key, ring)
        if reminder.sound and not before.reminder.sound:
            found[key] = ring
    rings = sorted(found.values(), key=lambda ring: (ring.day or date.min, ring.shift, ring.at))
    if len(rings) > MOST_REMINDERS:
        into.note(event.called, f"Only {MOST_REMINDERS} of its {len(rings):,} reminders are taken.")
    return rings[:MOST_REMINDERS]


def _ring(event: ForeignEvent, reminder: Reminder, around: Surroundings) -> _Ring:
    if reminder.at is not None:
        local = reminder.at.astimezone(zone_named(event.zone, around.zone))
        return _Ring(0, _whole(local.time()), reminder, local.date())
    at = event.start + reminder.offset
    return _Ring((at.date() - event.start.date()).days, _whole(at.time()), reminder)


def _alarms(
    event: ForeignEvent, ring: _Ring, around: Surroundings, into: Gathering
) -> Iterator[Alarm]:
    if ring.day is not None:
        yield _alarm(event, ring.at, OnDate(ring.day), NO_LIMITS, ring, around)
        return
    if not event.recurrences:
        yield from _on_dates(event, ring, (event.start, *event.extra), around)
        return
    start = shifted(event.start.date(), ring.shift)
    found = None
    if len(event.recurrences) == 1:
        found = rule_of(event.recurrences[0], start, ring.shift)
    if found is None:
        yield from _written_out(event, ring, around, into)
        return
    rule, limits = found
    _note_odd(event, rule, start, into)
    limits = replace(limits, excepted=_left_out(event, ring, around.today))
    yield _alarm(event, ring.at, rule, limits_needed(rule, limits, around.today), ring, around)
    yield from _on_dates(event, ring, event.extra, around)


def _note_odd(event: ForeignEvent, rule: Rule, start: date, into: Gathering) -> None:
    if not follows(rule, start):
        into.note(event.called, "Its first day does not follow its own rule, and is left out.")
    count = event.recurrences[0].count
    if count is not None and count > MOST_TIMES:
        into.note(event.called, f"It is to end after {count:,} times; it is taken without an end.")


def _written_out(
    event: ForeignEvent, ring: _Ring, around: Surroundings, into: Gathering
) -> Iterator[Alarm]:
    since = around.now.astimezone(zone_named(event.zone, around.zone)).replace(tzinfo=None)
    since -= ring.shift * ONE_DAY + ONE_DAY
    starts: set[datetime] = set()
    goes_on = False
    try:
        for recurrence in event.recurrences:
            found = around.expand(recurrence, event.start, since, since + AHEAD, MOST_DATES + 1)
            starts |= set(found)
            goes_on = goes_on or _goes_on(recurrence, len(found), (since + AHEAD).date())
    except TooMany as error:
        into.refuse(event.called, f"Its rule can't be kept here, and {error}. Set it by hand.")
        return
    starts |= {start for start in event.extra if start >= since}
    starts = {start for start in starts if not event.leaves_out(start)}
    if not starts:
        into.refuse(
            event.called, "Its rule can't be kept here, and it has no ring within two years."
        )
        return
    if len(starts) > MOST_DATES:
        into.refuse(
            event.called,
            f"Its rule can't be kept here, and has more than {MOST_DATES} rings in two years. "
            "Set it by hand.",
        )
        return
    last = shifted(max(starts).date(), ring.shift)
    into.note(
        event.called,
        f"Its rule can't be kept here. It is taken as a list of "
        f"{counted(len(starts), 'ring', 'rings')}, the last on {short_day(last)} {last.year}"
        f"{'; import it again before then' if goes_on else ''}.",
    )
    yield from _on_dates(event, ring, sorted(starts), around)


def _goes_on(recurrence: Recurrence, found: int, ahead: date) -> bool:
    """Tell whether a rule may start after what was found of it, which reaches until `ahead`."""
    if recurrence.count is not None:
        return found < recurrence.count
    return recurrence.until is None or recurrence.until >= ahead


def _on_dates(
    event: ForeignEvent, ring: _Ring, starts: Iterable[datetime], around: Surroundings
) -> Iterator[Alarm]:
    """Make an alarm of single starts, one for each time of day."""
    by_time: dict[time, set[date]] = defaultdict(set)
    for start in starts:
        rings_at = start + ring.reminder.offset
        if not event.leaves_out(start):
            by_time[_whole(rings_at.time())].add(rings_at.date())
    if len(by_time) > MOST_TIMES_OF_DAY:
        raise Invalid("time", f"it rings at more than {MOST_TIMES_OF_DAY} different times of day.")
    for at, days in sorted(by_time.items()):
        rule = OnDate(min(days)) if len(days) == 1 else OnDates(frozenset(days))
        yield _alarm(event, at, rule, NO_LIMITS, ring, around)


def _alarm(
    event: ForeignEvent,
    at: time,
    rule: Rule,
    limits: Limits,
    ring: _Ring,
    around: Surroundings,
) -> Alarm:
    sound = ring.reminder.sound
    settings = replace(around.ring, sound=sound) if sound else around.ring
    return Alarm(
        time=at,
        rule=rule,
        label=label_from(event.name),
        zone=event.zone,
        armed_at=None if event.is_off else around.now,
        ring=settings,
        limits=limits,
    )


def _left_out(event: ForeignEvent, ring: _Ring, today: date) -> frozenset[date]:
    """Give the dates to come on which it does not ring. Raises Invalid when they are too many."""
    days = frozenset(shifted(day, ring.shift) for day in event.excepted)
    days = frozenset(day for day in days if day >= today)
    if len(days) > MOST_EXCEPTED:
        raise Invalid("excepted", f"it leaves out more than {MOST_EXCEPTED} dates to come.")
    return days


def _rings_again(alarm: Alarm, around: Surroundings) -> bool:
    return next_occurrence(alarm, around.now, around.zone) is not None


def _identity(event: ForeignEvent, number: int, part: int) -> str:
    """Give the id that an event's ring has whenever it is imported."""
    name = f"{event.uid}\n{event.instead_of or ''}\n{number}\n{part}"
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:32]


def _whole(wall: time) -> time:
    return wall.replace(microsecond=0, tzinfo=None, fold=0)
