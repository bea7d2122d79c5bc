"""All about one alarm or timer, for people."""

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.phrase import write
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.service.lines import standing, table
from alarmclock.core.words.wording import counted, rough_length, short_day, wall_time


def details(book: AlarmBook, item: Item, *, is_open: bool) -> str:
    """Say what it is, how it stands and how it rings, line by line."""
    rows = [
        ("id", item.id),
        ("phrase", write(item, base=item.ring)),
        ("now", standing(book, item, is_open=is_open)),
    ]
    if isinstance(item, Alarm):
        rows += _next(book, item)
    return table([*rows, *_ring(item.ring)])


def _next(book: AlarmBook, alarm: Alarm) -> list[tuple[str, str]]:
    zone = book.clock.zone()
    due = book.due(alarm.id)
    rows = []
    if due is not None:
        local = due.astimezone(zone)
        rows.append(("next", f"{short_day(local)} {local.year} {wall_time(local.time())}"))
    if alarm.skipped:
        rows.append(("skipped", ", ".join(day.isoformat() for day in sorted(alarm.skipped))))
    return rows


def _ring(ring: RingSettings) -> list[tuple[str, str]]:
    late = "however late" if ring.late_limit is None else f"up to {rough_length(ring.late_limit)}"
    most = "as often as you like" if ring.snooze_limit is None else f"{ring.snooze_limit} at most"
    rows = [
        ("sound", f"{ring.sound}, {ring.volume} %, rises for {rough_length(ring.rise)}"),
        ("rings", f"for {rough_length(ring.ring_length)}, late {late}"),
        ("snooze", f"{rough_length(ring.snooze_length)}, {most}"),
    ]
    if ring.again:
        times = counted(ring.again, "time", "times")
        rows.append(("again", f"{times}, every {rough_length(ring.again_every)}"))
    if ring.task is not Task.NONE:
        rows.append(("task", ring.task.value))
    if ring.awake_after is not None:
        rows.append(("awake?", f"asked after {rough_length(ring.awake_after)}"))
    return rows
