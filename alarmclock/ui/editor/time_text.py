"""Times of day as people type and step them; no Qt."""

import re
from datetime import time
from enum import IntEnum

from alarmclock.core.errors import Invalid

SHOWN_OF_NONSENSE = 20
SECONDS_OF_DAY = 24 * 60 * 60
# What may still be typed after a beginning such as “71” or “7:15 a”.
ENDINGS = ("0", "00", "m", ".m")

_PARTED = re.compile(
    r"(?P<hour>\d{1,2})"
    r"(?:\s*[:.h]\s*(?:(?P<minute>\d{1,2})(?:\s*[:.]\s*(?P<second>\d{0,2}))?)?)?"
    r"\s*(?P<half>[ap]\.?\s?(?:m\.?)?)?"
)
_UNPARTED = re.compile(
    r"(?P<hour>\d{1,2})(?P<minute>\d\d)(?P<second>\d\d)?\s*(?P<half>[ap]\.?\s?(?:m\.?)?)?"
)
_SEPARATOR = re.compile(r"[:.h]", re.IGNORECASE)
_DIGITS = re.compile(r"\s*(\d+)")


class Part(IntEnum):
    """A part of a time, numbered from the left."""

    HOUR = 0
    MINUTE = 1
    SECOND = 2


STEP_SECONDS = {Part.HOUR: 3600, Part.MINUTE: 60, Part.SECOND: 1}


def parse_time(text: str) -> time:
    """Read “715”, “7:15”, “7.15”, “7pm”, “7:15 am” or “07:15:30”. Raises Invalid."""
    if not text.strip():
        raise Invalid("time", "Type a time, such as 7:15 or 19:30.")
    found = _parts(text)
    if found is None:
        raise Invalid("time", f"“{_shortened(text)}” is no time. Type one such as 7:15 or 7 pm.")
    hour = int(found["hour"])
    if found["half"]:
        hour = _hour_of_day(hour, afternoon=found["half"].startswith("p"))
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        raise Invalid(
            "time", f"There is no {_shortened(text)}. A day goes from 00:00 to 23:59."
        ) from None


def is_time(text: str) -> bool:
    """Tell whether a text is a time."""
    try:
        parse_time(text)
    except Invalid:
        return False
    return True


def is_bare_time(text: str) -> bool:
    """Tell whether a text is a time without am or pm."""
    found = _parts(text)
    return found is not None and not found["half"] and is_time(text)


def may_become_time(text: str) -> bool:
    """Tell whether a text that is no time yet becomes one when it is typed on."""
    return bool(text.strip()) and any(is_time(text + ending) for ending in ENDINGS)


def part_at(text: str, cursor: int) -> Part:
    """Tell which part of a typed time the cursor stands in."""
    if _SEPARATOR.search(text):
        return Part(min(len(_SEPARATOR.findall(text[:cursor])), Part.SECOND))
    digits = _DIGITS.match(text)
    has_minutes = digits is not None and len(digits[1]) > 2
    return Part.MINUTE if has_minutes and cursor > len(text.rstrip()) - 2 else Part.HOUR


def stepped(wall: time, part: Part, steps: int) -> time:
    """Give the time some steps later; minutes carry into hours, midnight into the next day."""
    seconds = (wall.hour * 60 + wall.minute) * 60 + wall.second + steps * STEP_SECONDS[part]
    minutes, second = divmod(seconds % SECONDS_OF_DAY, 60)
    return time(minutes // 60, minutes % 60, second)


def _parts(text: str) -> re.Match[str] | None:
    typed = text.strip().lower()
    return _PARTED.fullmatch(typed) or _UNPARTED.fullmatch(typed)


def _hour_of_day(hour: int, *, afternoon: bool) -> int:
    if not 1 <= hour <= 12:
        raise Invalid("time", "With am or pm, the hour goes from 1 to 12.")
    return hour % 12 + (12 if afternoon else 0)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_OF_NONSENSE else f"{line[:SHOWN_OF_NONSENSE]}…"
