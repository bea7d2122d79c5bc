"""Alarms, timers and backups as shells are told of them: what may be typed, a tab, what it is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from alarmclock.desktop.instance.wire import Fields

SHORTEST_HANDLE = 8


def rows(items: Sequence[Fields]) -> Iterator[str]:
    """Give a row for each label that means one of them, and one for each id."""
    meant = Counter(item["label"].casefold() for item in items)
    for item in items:
        label = item["label"]
        # What begins as an option would be read as one.
        if label and meant[label.casefold()] == 1 and not label.startswith("-"):
            yield f"{label}\t{_told(item)}"
    for item in items:
        yield f"{item['id'][:SHORTEST_HANDLE]}\t{item['label'] or _told(item)}"


def backup_rows(backups: Sequence[Fields]) -> Iterator[str]:
    """Give a row for each backup that can be restored."""
    for backup in backups:
        if backup["good"]:
            yield f"{backup['name']}\t{backup['made_at']}"


def _told(item: Fields) -> str:
    return f"{item['time']} {item['rule']}" if item["kind"] == "alarm" else "timer"
