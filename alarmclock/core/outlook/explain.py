"""Why an alarm rings when it rings, and why it does not: its plan with a reason for each oddity."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo
from enum import Enum
from itertools import islice

from alarmclock.core.alarm import Alarm
from alarmclock.core.goal import unrung
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import ONE_DAY, OnDates
from alarmclock.core.schedule import (
    Occurrence,
    instant_of,
    is_paused_on,
    next_occurrence,
    planned_dates,
    zone_of,
)
from alarmclock.core.words.wording import wall_time
from alarmclock.values import dataclass, replace


class Note(Enum):
    """What is special about a planned ring."""

    RUNG = "rung"
    EXCEPTED = "excepted"
    PAUSED = "paused"
    SKIPPED = "skipped"
    SHIFTED = "shifted"
    TWICE = "comes twice"
    LAST = "ends here"


SILENT = frozenset({Note.RUNG, Note.EXCEPTED, Note.PAUSED, Note.SKIPPED})


@dataclass(frozen=True, slots=True)
class Planned:
    """An occurrence that the rule plans; ``rings_at`` is its wall-clock time in its zone."""

    alarm: Alarm
    occurrence: Occurrence
    rings_at: datetime
    notes: tuple[Note, ...] = ()

    @property
    def rings(self) -> bool:
        """True when it will ring as things stand."""
        return SILENT.isdisjoint(self.notes)


def explained(
    alarm: Alarm, rings: Sequence[Ring], after: datetime, until: datetime, system_zone: tzinfo
) -> Iterator[Planned]:
    """List what the rule of an armed alarm plans after an instant and up to another, lazily.

    `rings` are the newest of the alarm: what has rung does not ring again.
    """
    if alarm.armed_at is None:
        return
    may_end = alarm.limits.last_of(alarm.rule) < date.max or isinstance(alarm.rule, OnDates)
    for planned in _plan(alarm, rings, after, system_zone):
        if planned.occurrence.due > until:
            return
        ends = may_end and planned.rings and _is_last(planned, system_zone)
        yield _with_note(planned, Note.LAST) if ends else planned


def next_rings(
    alarm: Alarm, rings: Sequence[Ring], after: datetime, count: int, system_zone: tzinfo
) -> list[Planned]:
    """List the next rings of an armed alarm; what does not ring is left out."""
    return list(islice(coming(alarm, rings, after, system_zone), count))


def coming(
    alarm: Alarm, rings: Sequence[Ring], after: datetime, system_zone: tzinfo
) -> Iterator[Planned]:
    """List the rings of an armed alarm after an instant, lazily, the last one with its note."""
    zone = zone_of(alarm, system_zone)
    to_come = (one for one in unrung(alarm, rings, after, system_zone) if one.due > after)
    occurrence = next(to_come, None)
    while occurrence is not None:
        planned = _planned(alarm, occurrence, zone, ())
        occurrence = next(to_come, None)
        is_last = occurrence is None and alarm.rule.repeats
        yield _with_note(planned, Note.LAST) if is_last else planned


def note_words(planned: Planned) -> list[str]:
    """Say what is special: “02:30 does not exist, rings 03:30”."""
    if not planned.notes:
        return []
    planned_time = wall_time(planned.occurrence.time)
    words = {
        Note.RUNG: "has rung",
        Note.EXCEPTED: "excepted",
        Note.PAUSED: "paused",
        Note.SKIPPED: "skipped",
        Note.SHIFTED: f"{planned_time} does not exist, rings {wall_time(planned.rings_at.time())}",
        Note.TWICE: f"{planned_time} comes twice, rings the first time",
        Note.LAST: "ends here",
    }
    return [words[note] for note in planned.notes]


def _plan(
    alarm: Alarm, rings: Sequence[Ring], after: datetime, system_zone: tzinfo
) -> Iterator[Planned]:
    if not alarm.rule.repeats:
        yield from _only_one(alarm, rings, after, system_zone)
        return
    zone = zone_of(alarm, system_zone)
    rung = {ring.day for ring in rings if ring.time == alarm.time}
    latest_due = after
    for day in planned_dates(alarm, after.astimezone(zone).date() - ONE_DAY):
        occurrence = Occurrence(alarm.id, day, alarm.time, instant_of(day, alarm.time, zone))
        if occurrence.due <= latest_due:
            continue
        latest_due = occurrence.due
        silent = tuple(_silences(alarm, occurrence, rung))
        yield _planned(alarm, occurrence, zone, silent)


def _only_one(
    alarm: Alarm, rings: Sequence[Ring], after: datetime, system_zone: tzinfo
) -> Iterator[Planned]:
    """List the one ring of an alarm that does not repeat; while it is paused, where it was."""
    zone = zone_of(alarm, system_zone)
    held = alarm.pause if alarm.pause and alarm.pause.until is None else None
    unheld = replace(alarm, pause=None) if held else alarm
    for occurrence in unrung(unheld, rings, after, system_zone):
        if occurrence.due > after:
            yield _planned(alarm, occurrence, zone, (Note.PAUSED,) if held else ())


def _silences(alarm: Alarm, occurrence: Occurrence, rung: set[date]) -> Iterator[Note]:
    """Give the one reason for which an occurrence does not ring, if there is one."""
    day = occurrence.day
    if day in rung:
        yield Note.RUNG
    elif day in alarm.limits.excepted:
        yield Note.EXCEPTED
    elif is_paused_on(alarm, day):
        yield Note.PAUSED
    elif day in alarm.skipped:
        yield Note.SKIPPED


def _planned(
    alarm: Alarm, occurrence: Occurrence, zone: tzinfo, silent: tuple[Note, ...]
) -> Planned:
    rings_at = occurrence.due.astimezone(zone)
    return Planned(alarm, occurrence, rings_at, silent or tuple(_oddities(occurrence, rings_at)))


def _oddities(occurrence: Occurrence, rings_at: datetime) -> Iterator[Note]:
    """Tell of a change of clocks that an occurrence falls into."""
    if rings_at.replace(tzinfo=None) != datetime.combine(occurrence.day, occurrence.time):
        yield Note.SHIFTED
    elif rings_at.utcoffset() != rings_at.replace(fold=1 - rings_at.fold).utcoffset():
        yield Note.TWICE


def _is_last(planned: Planned, system_zone: tzinfo) -> bool:
    """Tell whether a repeating alarm has no ring after this one."""
    alarm, rung = planned.alarm, planned.occurrence
    following = next_occurrence(alarm, rung.due, system_zone, not_before=rung.day + ONE_DAY)
    return following is None


def _with_note(planned: Planned, note: Note) -> Planned:
    return replace(planned, notes=(*planned.notes, note))
