"""RRULE text as a recurrence, part by part; what can't be understood is named."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from alarmclock.core.exchange.recurrence import DAY_CODES, FREQUENCIES, Recurrence
from alarmclock.core.rules.weekday import Weekday
from alarmclock.values import replace

DAY = re.compile(rf"([+-]?\d{{1,3}})?({'|'.join(DAY_CODES)})")
MOST_VALUES = 400
MOST_INTERVAL = 100_000

# Each list of numbers with what it may hold.
NUMBERS: dict[str, tuple[str, Callable[[int], bool]]] = {
    "BYMONTHDAY": ("month_days", lambda n: 1 <= abs(n) <= 31),
    "BYYEARDAY": ("year_days", lambda n: 1 <= abs(n) <= 366),
    "BYWEEKNO": ("weeks", lambda n: 1 <= abs(n) <= 53),
    "BYMONTH": ("months", lambda n: 1 <= n <= 12),
    "BYSETPOS": ("positions", lambda n: 1 <= abs(n) <= 366),
    "BYHOUR": ("hours", lambda n: 0 <= n <= 23),
    "BYMINUTE": ("minutes", lambda n: 0 <= n <= 59),
    "BYSECOND": ("seconds", lambda n: 0 <= n <= 59),
}
KNOWN = {*NUMBERS, "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}


def recurrence_from(parts: Mapping[str, Any], start: datetime, zone: tzinfo) -> Recurrence:
    """Read the parts of a rule; `zone` is the one of the event's times. Raises ValueError."""
    found = {name.upper(): _as_list(value) for name, value in parts.items()}
    frequency = str(_one(found, "FREQ", "")).upper()
    if frequency not in FREQUENCIES:
        raise ValueError(f"it repeats “{frequency[:20]}”")
    interval = int(_one(found, "INTERVAL", 1))
    if not 1 <= interval <= MOST_INTERVAL:
        raise ValueError(f"its interval is {interval:,}")
    count = _one(found, "COUNT")
    until = _one(found, "UNTIL")
    week_start = str(_one(found, "WKST", "MO")).upper()
    numbers = {
        name: _numbers(found.get(part, []), part, is_allowed)
        for part, (name, is_allowed) in NUMBERS.items()
    }
    return _without_own_time(
        Recurrence(
            frequency,
            interval,
            count=int(count) if count is not None else None,
            until=_last_date(until, start, zone) if until is not None else None,
            ends_at=_local(until, zone) if isinstance(until, datetime) else None,
            days=tuple(_day(text) for text in found.get("BYDAY", [])),
            week_start=Weekday(DAY_CODES.index(week_start)),
            unknown=tuple(sorted(found.keys() - KNOWN)),
            **numbers,
        ),
        start,
    )


def _without_own_time(found: Recurrence, start: datetime) -> Recurrence:
    """Leave out a time of day that the event has anyway, as some programs write it."""
    own = {"hours": (start.hour,), "minutes": (start.minute,), "seconds": (start.second,)}
    if found.frequency not in FREQUENCIES[:4]:
        return found
    if all(getattr(found, name) in ((), value) for name, value in own.items()):
        return replace(found, hours=(), minutes=(), seconds=())
    return found


def _last_date(until: object, start: datetime, zone: tzinfo) -> date:
    """Give the last date on which an event may start."""
    if not isinstance(until, datetime):
        if isinstance(until, date):
            return until
        raise ValueError("its end can't be read")
    local = _local(until, zone)
    if local.time() < start.time() and local.date() > date.min:
        return local.date() - timedelta(days=1)
    return local.date()


def _local(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo is not None else moment


def _day(text: object) -> tuple[int | None, Weekday]:
    found = DAY.fullmatch(str(text).upper())
    if found is None or (found[1] and int(found[1]) == 0):
        raise ValueError(f"it names the day “{str(text)[:20]}”")
    return int(found[1]) if found[1] else None, Weekday(DAY_CODES.index(found[2]))


def _numbers(values: list[object], part: str, is_allowed: Callable[[int], bool]) -> tuple[int, ...]:
    numbers = tuple(int(str(value)) for value in values)
    if len(numbers) > MOST_VALUES or not all(map(is_allowed, numbers)):
        raise ValueError(f"its part {part} is out of range")
    return numbers


def _one(found: Mapping[str, list[Any]], name: str, default: Any = None) -> Any:
    values = found.get(name)
    return values[0] if values else default


def _as_list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def until_text(last: date, start: datetime, zone: tzinfo | None) -> date | datetime:
    """Give the end of a rule as an event needs it: in UTC where it has a zone."""
    moment = datetime.combine(last, start.time())
    if zone is None:
        return moment
    return moment.replace(tzinfo=zone).astimezone(UTC)
