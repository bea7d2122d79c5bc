"""Values of core as JSON and back: dataclasses field by field, led by their annotations.

Instants are microseconds since 1970 in UTC, lengths are microseconds, dates and times of day are
ISO text, members of an enum are their values. What comes back is checked as if a person had
typed it, since the file may have been damaged.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from alarmclock.core.errors import Invalid
from alarmclock.core.json_values import fraction_from, none_or, number_from, text_from
from alarmclock.values import fields, is_dataclass

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

PLAIN_ALREADY = frozenset({NoneType, bool, int, float, str})

# All that reading a damaged value can raise.
UNREADABLE = (Invalid, ValueError, TypeError, KeyError, OverflowError, RecursionError)

# json.dumps makes one for each call.
JSON = json.JSONEncoder(separators=(",", ":"))

# Resolving annotations takes longer than reading a row; a row has one of a few sets of columns.
READERS_KEPT = 100

Reader = Callable[[object], Any]


def microseconds_of(value: datetime | timedelta) -> int:
    """Write an instant or a length as a whole number."""
    length = value - EPOCH if isinstance(value, datetime) else value
    return length // MICROSECOND


def instant_from(value: object) -> datetime:
    """Read an instant."""
    return EPOCH + length_from(value)


def length_from(value: object) -> timedelta:
    """Read a length."""
    return timedelta(microseconds=number_from(value))


def plain(value: object) -> object:
    """Write a value as what JSON knows."""
    write = WRITERS.get(value.__class__)
    if write is not None:
        return write(value)
    match value:
        case Enum():
            return value.value
        case tuple():
            return [plain(member) for member in value]
        case frozenset():
            return sorted(plain(member) for member in value)  # type: ignore[type-var]  # of one type
        case _:
            return value


# Many rings wait for their rows: this is faster than to match one kind after another.
WRITERS: Mapping[type, Callable[[Any], object]] = {
    datetime: microseconds_of,
    timedelta: microseconds_of,
    date: date.isoformat,
    time: time.isoformat,
}


def plain_fields(value: object) -> dict[str, object]:
    """Write a dataclass as a mapping of its fields."""
    assert is_dataclass(value)
    fields_found = [(name, getattr(value, name)) for name in _field_names(value.__class__)]
    return {name: v if v.__class__ in PLAIN_ALREADY else plain(v) for name, v in fields_found}


def written(value: object) -> str:
    """Write what JSON knows as text; every character that no file could hold is escaped."""
    return JSON.encode(value)


def read_fields(text: str) -> dict[str, object]:
    """Read a mapping of fields. Raises ValueError."""
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not a mapping")  # noqa: TRY004  # a wrong value, whatever its type
    return found


def arguments(kind: type, found: Mapping[str, object]) -> dict[str, Any]:
    """Read the fields of a dataclass that are there, as arguments to make it of."""
    return {name: read(found[name]) for name, read in _readers(kind, tuple(found))}


@lru_cache(READERS_KEPT)
def _field_names(kind: Hashable) -> tuple[str, ...]:
    assert isinstance(kind, type)
    assert is_dataclass(kind)
    return tuple(field.name for field in fields(kind))


@lru_cache(READERS_KEPT)
def _readers(kind: type, names: tuple[str, ...]) -> list[tuple[str, Reader]]:
    hints = get_type_hints(kind)
    return [(f.name, _reader(hints[f.name])) for f in fields(kind) if f.name in names]


def _reader(hint: Any) -> Reader:
    simple: dict[object, Reader] = {
        datetime: instant_from,
        timedelta: length_from,
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
        return partial(none_or, _reader(*(kind for kind in get_args(hint) if kind is not NoneType)))
    if get_origin(hint) in (tuple, frozenset):
        return partial(_members_from, get_origin(hint), _reader(get_args(hint)[0]))
    return _member_reader(hint)


def _member_reader(kind: type[Enum]) -> Reader:
    return kind


def _members_from(kind: Callable[[list[Any]], Any], read: Reader, value: object) -> Any:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return kind([read(member) for member in value])


def _truth_from(value: object) -> bool:
    if value not in (0, 1):
        raise ValueError(f"{value!r} is neither true nor false")
    return bool(value)
