"""The arguments of a request, checked as they are taken."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

from alarmclock.core.schedule import knows_zone, zone_named
from alarmclock.core.service.reply import WrongUse

Arguments = Mapping[str, object]


def text_of(arguments: Arguments, name: str) -> str | None:
    """Give an argument that is text, None where it is not there. Raises WrongUse."""
    value = arguments.get(name)
    if value is not None and not isinstance(value, str):
        raise WrongUse(f"“{name}” has to be text.", name)
    return value


def needed_text(arguments: Arguments, name: str) -> str:
    """Give an argument that is text and has to be there. Raises WrongUse."""
    value = text_of(arguments, name)
    if value is None or not value.strip():
        raise WrongUse(f"“{name}” is missing.", name)
    return value


def needed_words(arguments: Arguments, name: str) -> list[str]:
    """Give an argument that is text, or words as a shell gives them. Raises WrongUse."""
    value = arguments.get(name)
    if not isinstance(value, list):
        return [needed_text(arguments, name)]
    if not all(isinstance(word, str) for word in value):
        raise WrongUse(f"“{name}” has to be text, or a list of words.", name)
    if not any(word.strip() for word in value):
        raise WrongUse(f"“{name}” is missing.", name)
    return value


def count_of(arguments: Arguments, name: str, default: int, most: int) -> int:
    """Give an argument that is a number from 1 on. Raises WrongUse."""
    value = arguments.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise WrongUse(f"“{name}” is a number from 1 to {most:,}.", name)
    return value


def truth_of(arguments: Arguments, name: str) -> bool:
    """Give an argument that is true or false. Raises WrongUse."""
    value = arguments.get(name, False)
    if not isinstance(value, bool):
        raise WrongUse(f"“{name}” is true or false.", name)
    return value


def zone_of(arguments: Arguments, name: str, system_zone: tzinfo) -> tzinfo:
    """Give the zone that an argument names, or else the system's. Raises WrongUse."""
    found = text_of(arguments, name)
    if found is None:
        return system_zone
    if not knows_zone(found):
        raise WrongUse(f"This computer knows no time zone named {found}.")
    return zone_named(found, system_zone)


def instant_of(arguments: Arguments, name: str, zone: tzinfo) -> datetime | None:
    """Give the instant of an argument in ISO 8601; without an offset it is meant in the zone.

    Raises WrongUse.
    """
    text = text_of(arguments, name)
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        aware = found if found.tzinfo else found.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise WrongUse(
            f"“{text}” is no instant. Write it as 2026-12-24T07:00, with +01:00 or Z where it is "
            "meant in another zone."
        ) from None


def date_of(text: str) -> date | None:
    """Read a date in ISO 8601, None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
