"""Alarms and timers as mappings, and back."""

from collections.abc import Callable, Mapping

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.change import Item
from alarmclock.core.exchange import values
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import Rule
from alarmclock.core.rules.rule_names import RULE_NAMES, RULES
from alarmclock.core.timer import Timer
from alarmclock.values import fields

LONGEST_ID = 200
# What holds a mapping of its own.
PARTS = frozenset({"rule", "ring", "limits", "pause"})
ALARM, TIMER = "alarm", "timer"


def written(item: Item) -> dict[str, object]:
    """Write an alarm or a timer."""
    if isinstance(item, Timer):
        return {"kind": TIMER, **values.plain_fields(item)}
    found = {"kind": ALARM, **values.plain_fields(item)}
    found["rule"] = {"kind": RULE_NAMES[type(item.rule)], **values.plain_fields(item.rule)}
    return found


def read(found: object, unknown: values.Unknown) -> Item:
    """Read an alarm or a timer. Raises one of `values.UNREADABLE`."""
    if not isinstance(found, Mapping):
        raise TypeError("an entry is not a mapping")
    own = dict(found)
    match own.pop("kind", None):
        case "alarm":
            item: Item = _alarm(own, unknown)
        case "timer":
            ring = values.part(RingSettings, own.pop("ring", {}), _within("ring", unknown))
            item = Timer(**values.arguments(Timer, own, unknown), ring=ring)
        case kind:
            raise ValueError(f"an entry can't be a {kind}")
    if not 0 < len(item.id) <= LONGEST_ID or not item.id.isprintable():
        raise ValueError(f"{item.id!r} is no identity")
    return item


def _alarm(found: Mapping[str, object], unknown: values.Unknown) -> Alarm:
    known = {field.name for field in fields(Alarm)}
    for name in found.keys() - known:
        unknown(name)
    own = {name: found[name] for name in found if name in known - PARTS}
    parts: dict[str, object] = {}
    readers: dict[str, Callable[[object], object]] = {
        "rule": lambda rule: _rule(rule, _within("rule", unknown)),
        "ring": lambda ring: values.part(RingSettings, ring, _within("ring", unknown)),
        "limits": lambda limits: values.part(Limits, limits, _within("limits", unknown)),
        "pause": lambda pause: (
            None if pause is None else values.part(Pause, pause, _within("pause", unknown))
        ),
    }
    for name in PARTS & found.keys():
        parts[name] = readers[name](found[name])
    return Alarm(**{**values.arguments(Alarm, own, unknown), **parts})


def _rule(found: object, unknown: values.Unknown) -> Rule:
    if not isinstance(found, Mapping):
        raise TypeError("a rule is not a mapping")
    own = dict(found)
    rule: Rule = values.part(RULES[str(own.pop("kind"))], own, unknown)
    return rule


def _within(name: str, unknown: values.Unknown) -> values.Unknown:
    return lambda field: unknown(f"{name}.{field}")
