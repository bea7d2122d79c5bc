"""What different settings say about the sleep of a computer that nobody touches."""

from collections.abc import Iterable, Mapping
from configparser import ConfigParser, Error
from datetime import timedelta

from alarmclock.values import dataclass

# What logind and GNOME can do to an idle computer after which it rings no more. Locking the screen
# is none of that.
ENDS = {
    "suspend",
    "hibernate",
    "hybrid-sleep",
    "suspend-then-hibernate",
    "sleep",
    "poweroff",
    "shutdown",
    "halt",
    "reboot",
    "kexec",
    "factory-reset",
    "soft-reboot",
}
# Below this, Xfce's slider stands at “never”.
XFCE_SHORTEST_MINUTES = 15
# What Plasma 6 does where nothing else is set; it writes down only what differs from that.
KDE_SECONDS = {"AC": 900, "Battery": 600}
KDE_NO_ACTION = 0


@dataclass(frozen=True, slots=True)
class SleepRule:
    """One setting: asleep after that long without a touch, or never of itself."""

    after: timedelta | None


NEVER = SleepRule(None)


def soonest(rules: Iterable[SleepRule | None]) -> SleepRule | None:
    """Give the rule that comes first, never only if one says so, None if none says anything."""
    said = [rule for rule in rules if rule is not None]
    lengths = [rule.after for rule in said if rule.after is not None]
    if lengths:
        return SleepRule(min(lengths))
    return NEVER if said else None


def rule_of_logind(action: str, after_us: int) -> SleepRule | None:
    """Read logind's two properties.

    Where it does nothing it says nothing either: every desktop has settings of its own beside it.
    """
    return SleepRule(timedelta(microseconds=after_us)) if action in ENDS else None


def rule_of_gnome(listed: str, *, on_battery: bool) -> SleepRule | None:
    """Read what `gsettings list-recursively` prints of GNOME's power settings."""
    words = (line.split(maxsplit=2) for line in listed.splitlines())
    values = {word[1]: word[2].strip("'") for word in words if len(word) == 3}
    source = "battery" if on_battery else "ac"
    action = values.get(f"sleep-inactive-{source}-type")
    seconds = _number(values.get(f"sleep-inactive-{source}-timeout"))
    if action is None or seconds is None:
        return None
    return _after_seconds(seconds if action in ENDS else 0)


def rule_of_xfce(minutes: object) -> SleepRule | None:
    """Read the one number of Xfce's power manager; it never sleeps where there is none."""
    if minutes is None:
        return NEVER
    number = _number(str(minutes))
    if number is None:
        return None
    return _after_seconds(number * 60 if number >= XFCE_SHORTEST_MINUTES else 0)


def rule_of_kde(powerdevilrc: str, profilesrc: str, *, on_battery: bool) -> SleepRule | None:
    """Read KDE's settings: of Plasma 6, or of Plasma 5 where only its file knows this profile."""
    profile = "Battery" if on_battery else "AC"
    new, old = _groups(powerdevilrc), _groups(profilesrc)
    if new is None or old is None:
        return None
    is_plasma_5 = any(name.startswith(profile) for name in old) and not any(
        name.startswith(profile) for name in new
    )
    if is_plasma_5:
        milliseconds = _number(old.get(f"{profile}][SuspendSession", {}).get("idletime", "0"))
        return None if milliseconds is None else _after_seconds(milliseconds // 1000)
    group = new.get(f"{profile}][SuspendAndShutdown", {})
    action = _number(group.get("autosuspendaction", "1"))
    seconds = _number(group.get("autosuspendidletimeoutsec", str(KDE_SECONDS[profile])))
    if action is None or seconds is None:
        return None
    return _after_seconds(0 if action == KDE_NO_ACTION else seconds)


def _groups(text: str) -> Mapping[str, Mapping[str, str]] | None:
    parser = ConfigParser(interpolation=None, strict=False, allow_no_value=True)
    try:
        parser.read_string(text)
    except Error:
        return None
    return {name: {key: value or "" for key, value in parser[name].items()} for name in parser}


def _after_seconds(seconds: int) -> SleepRule:
    return SleepRule(timedelta(seconds=seconds)) if seconds > 0 else NEVER


def _number(text: str | None) -> int | None:
    """Read a number, also as gsettings writes it: “uint32 900”."""
    try:
        return int((text or "").rpartition(" ")[2])
    except ValueError:
        return None
