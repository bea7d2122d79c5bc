"""The next rings of an alarm, each in a line; no Qt."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from alarmclock.core.alarm import Alarm
from alarmclock.core.outlook.explain import Note, Planned, explained, next_rings, note_words
from alarmclock.core.schedule import zone_of
from alarmclock.core.words.wording import DAY_NAMES, counted, short_day, wall_time
from alarmclock.values import replace

RINGS_SHOWN = 5
# More skipped rings than these in a row are only counted.
SKIPPED_SHOWN = 2


class PlanLine(NamedTuple):
    """One ring in words, and what is special about it."""

    ring: str
    note: str = ""


def plan_lines(alarm: Alarm, now: datetime, system_zone: tzinfo) -> list[PlanLine]:
    """Write out the next rings of an alarm as it would be saved now, and what they leave out."""
    alarm = replace(alarm, armed_at=now)
    today = now.astimezone(zone_of(alarm, system_zone)).date()
    lines = list(_pause_line(alarm, today))
    rings = next_rings(alarm, (), now, RINGS_SHOWN, system_zone)
    plan = _with_skipped(alarm, rings, now, system_zone)
    for is_ring, group in groupby(plan, lambda planned: planned.rings):
        found = list(group)
        if is_ring or len(found) <= SKIPPED_SHOWN:
            lines += [_line(planned, today, system_zone) for planned in found]
        else:
            lines.append(PlanLine(f"{counted(len(found), 'ring', 'rings')} skipped"))
    return lines


def _pause_line(alarm: Alarm, today: date) -> Iterator[PlanLine]:
    pause = alarm.pause
    if pause is None or (pause.until is not None and pause.until <= today):
        return
    until = "it is resumed" if pause.until is None else _day(pause.until, today)
    yield PlanLine(f"Paused until {until}")


def _with_skipped(
    alarm: Alarm, rings: list[Planned], now: datetime, system_zone: tzinfo
) -> list[Planned]:
    if not alarm.skipped or not rings or not alarm.rule.repeats:
        return rings
    plan = explained(alarm, (), now, rings[-1].occurrence.due, system_zone)
    skipped = [planned for planned in plan if Note.SKIPPED in planned.notes]
    return sorted([*rings, *skipped], key=lambda planned: planned.occurrence.due)


def _line(planned: Planned, today: date, system_zone: tzinfo) -> PlanLine:
    """Write “Mon 23 Nov, 07:15”, in another zone with the time here."""
    at = planned.rings_at
    ring = f"{_day(at.date(), today)}, {wall_time(at.time())}"
    here = at.astimezone(system_zone)
    if planned.alarm.zone is not None and here.utcoffset() != at.utcoffset():
        day = f"{DAY_NAMES[here.weekday()][:3]} " if here.date() != at.date() else ""
        ring = f"{ring} ({day}{wall_time(here.time())} here)"
    return PlanLine(ring, ", ".join(note_words(planned)))


def _day(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"
