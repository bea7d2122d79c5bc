"""Alarms as GNOME Clocks and alarm-clock-applet keep them in their settings."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from urllib.parse import unquote, urlsplit

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.errors import Invalid
from alarmclock.core.exchange.events_in import Surroundings
from alarmclock.core.exchange.gvariant import NotGVariant, Value, parse
from alarmclock.core.exchange.imported import Gathering, Imported, label_from
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import Once, Rule, Weekday, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.values import replace

CLOCKS, APPLET = "GNOME Clocks", "Alarm Clock Applet"
MOST_ALARMS = 500
MOST_MINUTES = 60
# As the applet names the days.
APPLET_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COMMAND_REFUSAL = "It starts a program: Alarm Clock starts none. Set an alarm by hand."
NO_TIME = "It has no time."


def clocks_alarms(text: str, around: Surroundings) -> Imported:
    """Read the key “alarms” of GNOME Clocks. Raises NotGVariant."""
    gathering = Gathering()
    found = parse(text)
    for entry in _mappings(found):
        name = label_from(_text(entry, "name"))
        try:
            gathering.add(_clocks_alarm(entry, name, around), is_whole=False)
        except (Invalid, ValueError, TypeError) as error:
            gathering.refuse(name, f"It can't be read: {error}")
    return gathering.all()


def _clocks_alarm(entry: Mapping[Value, Value], name: str, around: Surroundings) -> Alarm:
    hour, minute = _number(entry, "hour", -1), _number(entry, "minute", -1)
    days = entry.get("days", [])
    numbers = days if isinstance(days, list) else []
    weekdays = frozenset(Weekday(day - 1) for day in numbers if isinstance(day, int))
    # Older ones say whether they are on, newer ones when they ring, if they do.
    is_on = entry.get("active") is True or bool(_text(entry, "ring_time"))
    return Alarm(
        time(hour, minute),
        Weekdays(weekdays) if weekdays else Once(),
        name,
        armed_at=around.now if is_on else None,
        ring=_ring(
            around.ring, _number(entry, "snooze_minutes", 0), _number(entry, "ring_minutes", 0)
        ),
        id=_identity(CLOCKS, _text(entry, "id") or f"{name} {hour} {minute}"),
    )


def _ring(usual: RingSettings, snooze: int, length: int) -> RingSettings:
    """Take how long it snoozes and rings there, where that is possible here."""
    if 1 <= snooze <= MOST_MINUTES:
        usual = replace(usual, snooze_length=timedelta(minutes=snooze))
    if 1 <= length <= MOST_MINUTES:
        usual = replace(usual, ring_length=timedelta(minutes=length))
    return usual


def applet_alarms(alarms: Mapping[str, Mapping[str, str]], around: Surroundings) -> Imported:
    """Read the alarms of alarm-clock-applet: of each its number, and its keys as GVariant text."""
    gathering = Gathering()
    for number, texts in list(alarms.items())[:MOST_ALARMS]:
        name = ""
        try:
            keys = {key: parse(text) for key, text in texts.items()}
            name = label_from(str(keys.get("message") or ""))
            if keys.get("notify-type") == "command":
                gathering.refuse(name, COMMAND_REFUSAL)
                continue
            gathering.add(_applet_item(number, keys, name, around), is_whole=False)
        except (Invalid, ValueError, TypeError, OverflowError) as error:
            gathering.refuse(name or f"alarm {number}"[:20], f"It can't be read: {error}")
    return gathering.all()


def _applet_item(number: str, keys: Mapping[str, Value], name: str, around: Surroundings) -> Item:
    seconds = keys.get("time")
    if type(seconds) is not int:
        raise ValueError(NO_TIME)
    identity = _identity(APPLET, number)
    ring = _with_sound(around.ring, str(keys.get("sound-file") or ""))
    if keys.get("type") == "timer":
        return Timer(
            timedelta(seconds=seconds), name, ring=replace(ring, rise=timedelta(0)), id=identity
        )
    return Alarm(
        _time_of_day(seconds),
        _applet_rule(keys.get("repeat")),
        name,
        armed_at=around.now if keys.get("active") is True else None,
        ring=ring,
        id=identity,
    )


def _time_of_day(seconds: int) -> time:
    if not 0 <= seconds < 24 * 3600:
        raise ValueError(NO_TIME)
    return (datetime.combine(date.min, time()) + timedelta(seconds=seconds)).time()


def _applet_rule(days: Value) -> Rule:
    named = days if isinstance(days, list) else []
    found = frozenset(
        Weekday(APPLET_DAYS.index(day))
        for day in named
        if isinstance(day, str) and day in APPLET_DAYS
    )
    return Weekdays(found) if found else Once()


def _with_sound(usual: RingSettings, address: str) -> RingSettings:
    found = urlsplit(address)
    path = unquote(found.path) if found.scheme == "file" else ""
    return replace(usual, sound=path) if path else usual


def _mappings(found: Value) -> Iterable[Mapping[Value, Value]]:
    if not isinstance(found, list):
        raise NotGVariant("it is no list")
    return [entry for entry in found[:MOST_ALARMS] if isinstance(entry, dict)]


def _text(entry: Mapping[Value, Value], key: str) -> str:
    found = entry.get(key)
    return found if isinstance(found, str) else ""


def _number(entry: Mapping[Value, Value], key: str, default: int) -> int:
    found = entry.get(key)
    return found if type(found) is int else default


def _identity(program: str, name: str) -> str:
    return hashlib.sha256(f"{program}\n{name}".encode(errors="surrogatepass")).hexdigest()[:32]
