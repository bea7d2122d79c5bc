"""Values of core as JSON that people and other programs can read, and back.

Instants are ISO 8601 in UTC with a Z, lengths are ISO 8601 durations, dates and times of day are
ISO text, members of an enum are their values. What comes back is checked as if a person had typed
it; a field that is not known is left out and told.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from alarmclock.core.errors import Invalid
from alarmclock.core.json_values import fraction_from, none_or, number_from, text_from
from alarmclock.values import fields, is_dataclass

# All that reading a value can raise; none of it leaves this package.
UNREADABLE = (Invalid, ValueError, TypeError, KeyError, OverflowError, RecursionError)

LENGTH = re.compile(
    r"(-)?P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{1,6})?)S)?)?"
)
NO_LENGTH = "PT0S"
READERS_KEPT = 100

Reader = Callable[[Any], Any]
# Called with the name of a field that is not known.
Unknown = Callable[[str], None]


def plain(value: object) -> object:  # noqa: PLR0911  # one case a type
    """Write a value as what JSON knows."""
    match value:
        case datetime():
            return instant_text(value)
        case timedelta():
            return length_text(value)
        case date() | time():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return [plain(member) for member in value]
        case frozenset():
            return sorted(plain(member) for member in value)  # type: ignore[type-var]  # of one type
        case _ if is_dataclass(value):
            return plain_fields(value)
        case _:
            return value


def plain_fields(value: object) -> dict[str, object]:
    """Write a dataclass as a mapping of its fields."""
    assert is_dataclass(value)
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def instant_text(instant: datetime) -> str:
    """Write an instant: “2026-11-23T06:15:00Z”."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def length_text(length: timedelta) -> str:
    """Write a length: “PT30M”, “P1DT12H”, “PT0.5S”."""
    sign, length = ("-", -length) if length < timedelta(0) else ("", length)
    hours, seconds = divmod(length.seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    exact = Decimal(seconds) + Decimal(length.microseconds) / 1_000_000
    days = f"{length.days}D" if length.days else ""
    times = "".join(
        f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M")) if number
    ) + (f"{exact}S" if exact else "")
    if not days and not times:
        return NO_LENGTH
    return f"{sign}P{days}" + (f"T{times}" if times else "")


def length_from(text: str) -> timedelta:
    """Read a length. Raises ValueError, OverflowError."""
    found = LENGTH.fullmatch(text)
    if found is None or text.endswith(("P", "T")):
        raise ValueError(f"{text!r} is no length")
    days, hours, minutes, seconds = (Decimal(part or 0) for part in found.groups()[1:])
    microseconds = int(((hours * 60 + minutes) * 60 + seconds) * 1_000_000)
    length = timedelta(days=int(days), microseconds=microseconds)
    return -length if found[1] else length


def instant_from(text: str) -> datetime:
    """Read an instant. Raises ValueError where it has no zone."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return found.astimezone(UTC)


def arguments(kind: type, found: Mapping[str, object], unknown: Unknown) -> dict[str, Any]:
    """Read the fields of a dataclass that are there, as arguments to make it of."""
    if not isinstance(found, Mapping):
        raise TypeError(f"{found!r} is not a mapping")
    readers = _readers(kind)
    for name in found.keys() - readers.keys():
        unknown(name)
    return {name: readers[name](found[name]) for name in readers if name in found}


def part(kind: type, found: object, unknown: Unknown) -> Any:
    """Read a dataclass."""
    if not isinstance(found, Mapping):
        raise TypeError(f"{found!r} is not a mapping")
    return kind(**arguments(kind, found, unknown))


@lru_cache(READERS_KEPT)
def _readers(kind: type) -> dict[str, Reader]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind) if field.init}


def _reader(hint: Any) -> Reader:
    simple: dict[object, Reader] = {
        datetime: lambda value: instant_from(text_from(value)),
        timedelta: lambda value: length_from(text_from(value)),
        date: lambda value: date.fromisoformat(text_from(value)),
        time: lambda value: time.fromisoformat(text_from(value)),
        int: number_from,
        float: fraction_from,
        bool: _truth_from,
        str: text_from,
    }
    if hint in simple:
        return simple[hint]
    if get_origin(hint) is UnionType:
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        return partial(none_or, _reader(kinds[0])) if len(kinds) == 1 else _as_it_is
    if get_origin(hint) in (tuple, frozenset):
        return partial(_members_from, get_origin(hint), _reader(get_args(hint)[0]))
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _as_it_is


def _as_it_is(value: object) -> object:
    """Leave a part alone that its owner reads."""
    return value


def _members_from(kind: Callable[[Iterable[Any]], Any], read: Reader, value: object) -> Any:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return kind(read(member) for member in value)


def _truth_from(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value
