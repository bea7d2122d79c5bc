"""A backup as people choose one."""

from datetime import datetime, tzinfo

from alarmclock.core.words.wording import counted, short_day
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file's name, when it was made (UTC), its size, and whether it is sound.

    ``items`` is how many alarms and timers are in it, None where that can't be read. One that
    ``is_replaced`` is what was there before another backup took its place.
    """

    name: str
    made_at: datetime
    size_bytes: int
    is_good: bool
    items: int | None
    is_replaced: bool = False


def backup_words(backup: Backup, zone: tzinfo) -> str:
    """Say which backup it is: “Mon 23 Nov 2026, 07:00 · 12 alarms and timers · 84 KB”."""
    made = backup.made_at.astimezone(zone)
    parts = [f"{short_day(made)} {made:%Y, %H:%M}"]
    if not backup.is_good:
        parts.append("damaged, or of a newer Alarm Clock")
    elif backup.items is not None:
        parts.append(counted(backup.items, "alarm or timer", "alarms and timers"))
    if backup.is_replaced:
        parts.append("kept when a backup was restored")
    parts.append(f"{max(backup.size_bytes // 1024, 1):,} KB")
    return " · ".join(parts)
