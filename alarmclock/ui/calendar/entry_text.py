"""An entry of the calendar in words and colours; no Qt."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo

from alarmclock.core.outlook.entry import Entry, Fate
from alarmclock.core.words.wording import counted, day_from, long_day, wall_time

SEPARATOR = " · "
# By the names of the theme's colours.
DOTS: Mapping[Fate, str] = {
    Fate.RINGS: "accent",
    Fate.SPECIAL: "warn",
    Fate.SILENT: "off",
    Fate.RANG: "good",
    Fate.MISSED: "bad",
}
REASONS: Mapping[Fate, str] = {
    Fate.RINGS: "muted",
    Fate.SPECIAL: "warn",
    Fate.SILENT: "warn",
    Fate.RANG: "muted",
    Fate.MISSED: "bad",
}
FROM_TODAY = ("today", "tomorrow", "yesterday")


def entry_day(entry: Entry, zone: tzinfo) -> date:
    """Give the day on which people see an entry."""
    return entry.due.astimezone(zone).date()


def entry_time(entry: Entry, zone: tzinfo) -> str:
    """Write the time of an entry, with seconds only where there are some: “07:15”, “22:22:46”."""
    return wall_time(entry.due.astimezone(zone).time().replace(microsecond=0))


def entry_minute(entry: Entry, zone: tzinfo) -> str:
    """Write the time of an entry where there is little room, as that of a timer: “22:22”."""
    return entry.due.astimezone(zone).time().isoformat("minutes")


def entry_sentence(entry: Entry, zone: tzinfo) -> str:
    """Say an entry with its day, as a screen reader reads it."""
    day = long_day(entry_day(entry, zone))
    said = f"{day}, {entry_time(entry, zone)}, {entry.name}"
    return f"{said}: {entry.reason}" if entry.reason else said


def day_title(day: date, today: date) -> tuple[str, str]:
    """Write the heading of a day in two parts: “Monday 23 November”, “tomorrow”."""
    year = "" if day.year == today.year else f" {day.year}"
    name = day_from(day, today)
    return f"{long_day(day)}{year}", name if name in FROM_TODAY else ""


def day_sentence(day: date, entries: Sequence[Entry], zone: tzinfo) -> str:
    """Say a day of the month with what it holds."""
    named = f"{long_day(day)} {day.year}"
    if not entries:
        return f"{named}: nothing"
    told = [f"{entry_time(one, zone)} {_named(one)}" for one in entries]
    return f"{named}: {counted(len(entries), 'ring', 'rings')}{SEPARATOR}{SEPARATOR.join(told)}"


def _named(entry: Entry) -> str:
    return f"{entry.name} ({entry.reason})" if entry.reason else entry.name
