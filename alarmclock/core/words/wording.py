"""Sentences about times, lengths and rules, as people read them in the window."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.timer import Timer

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ONE_SECOND = timedelta(seconds=1)
ONE_MINUTE = timedelta(minutes=1)
ONE_WEEK_IN_DAYS = 7


def short_day(day: date) -> str:
    """Write a day as “Mon 23 Nov”."""
    return f"{DAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]}"


def long_day(day: date) -> str:
    """Write a day as “Sunday 22 November”."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"


def wall_time(wall: time) -> str:
    """Write a time of day as “07:15”, with seconds only where there are some."""
    return wall.isoformat("seconds" if wall.second else "minutes")


def countdown(left: timedelta) -> str:
    """Write what is left to the second: “9 h 12 min 12 s”; a begun second counts whole."""
    return _parts(_rounded_up(left, ONE_SECOND), smallest=ONE_SECOND)


def rough_length(left: timedelta) -> str:
    """Write a length to the minute: “9 h 12 min”, below a minute in seconds."""
    if left < ONE_MINUTE:
        return countdown(left)
    smallest = timedelta(hours=1) if left >= timedelta(days=1) else ONE_MINUTE
    return _parts(_rounded_up(left, ONE_SECOND), smallest=smallest)


def clock_length(left: timedelta) -> str:
    """Write a countdown in digits: “04:59”, with hours “1:04:59”; a begun second counts whole."""
    seconds = _rounded_up(left, ONE_SECOND) // ONE_SECOND
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def _rounded_up(left: timedelta, unit: timedelta) -> timedelta:
    return max(-(-left // unit), 0) * unit


def _parts(length: timedelta, *, smallest: timedelta) -> str:
    units = (
        ("d", timedelta(days=1)),
        ("h", timedelta(hours=1)),
        ("min", ONE_MINUTE),
        ("s", ONE_SECOND),
    )
    parts = []
    for name, unit in units:
        count, length = divmod(length, unit)
        if count and unit >= smallest:
            parts.append(f"{count} {name}")
    return " ".join(parts) or f"0 {next(name for name, unit in units if unit == smallest)}"


def day_from(day: date, today: date) -> str:
    """Name a day as seen from today: “today”, “tomorrow”, “Wed”, “Sat 28 Nov”."""
    ahead = (day - today).days
    if ahead == 0:
        return "today"
    if ahead == 1:
        return "tomorrow"
    if ahead == -1:
        return "yesterday"
    if 1 < ahead < ONE_WEEK_IN_DAYS:
        return DAY_NAMES[day.weekday()][:3]
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def rings_sentence(due: datetime, now: datetime, zone: tzinfo) -> str:
    """Say when something rings: “rings tomorrow, Mon 23 Nov, in 9 h 12 min”."""
    local, today = due.astimezone(zone), now.astimezone(zone).date()
    named = day_from(local.date(), today)
    day = short_day(local.date())
    where = f"{named}, {day}" if named in ("today", "tomorrow") else f"on {day}"
    if local.year != today.year:
        where += f" {local.year}"
    return f"rings {where}, in {rough_length(due - now)}"


def item_name(item: Item) -> str:
    """Name an alarm or a timer by its label, or by what it is."""
    if item.label:
        return item.label
    if isinstance(item, Timer):
        return f"{_parts(item.length, smallest=ONE_SECOND)} timer"
    return f"Alarm {wall_time(item.time)}"


def activity_name(item: Item) -> str:
    """Give what the activity calls an item: its label, or the length of a timer without one.

    An alarm without a label is called there by the time of what is told.
    """
    return item_name(item) if isinstance(item, Timer) else item.label


def next_line(due: datetime, now: datetime, zone: tzinfo) -> str:
    """Say when an armed alarm rings next: “tomorrow · in 9 h 12 min”."""
    local = due.astimezone(zone)
    return f"{day_from(local.date(), now.astimezone(zone).date())} · in {rough_length(due - now)}"


def instant_words(instant: datetime, now: datetime, zone: tzinfo) -> str:
    """Write an instant as “07:25”, with its day where that is not today."""
    day, clock = _day_and_clock(instant, now, zone)
    return f"{day} {clock}" if day else clock


def at_words(instant: datetime, now: datetime, zone: tzinfo) -> str:
    """Write an instant within a sentence: “at 07:25”, “tomorrow at 00:05”."""
    day, clock = _day_and_clock(instant, now, zone)
    return f"{day} at {clock}" if day else f"at {clock}"


def _day_and_clock(instant: datetime, now: datetime, zone: tzinfo) -> tuple[str, str]:
    """Give both parts of an instant in words; the day is empty where that is today."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    day = "" if local.date() == today else day_from(local.date(), today)
    return day, wall_time(local.time().replace(microsecond=0))


def counted(count: int, one: str, many: str) -> str:
    """Write a number with its noun: “1 alarm”, “2 alarms”."""
    return f"{count:,} {one if count == 1 else many}"


def counted_kinds(alarms: int, timers: int) -> str:
    """Count alarms and timers: “4 alarms and 1 timer”; empty for none of either."""
    parts = [counted(alarms, "alarm", "alarms")] if alarms else []
    if timers:
        parts.append(counted(timers, "timer", "timers"))
    return " and ".join(parts)


def zone_words(alarm: Alarm, due: datetime) -> str | None:
    """Say which place's time an alarm keeps: “07:40 Lisbon”, None for the system's."""
    if alarm.zone is None:
        return None
    place = place_of(alarm.zone)
    return f"{wall_time(alarm.time)} {place}" if due.tzinfo is UTC else place


def place_of(zone: str) -> str:
    """Name the place of a zone: “New York”."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
