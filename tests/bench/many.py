"""Makes data folders with many alarms, as people have them: of all kinds, and none due soon."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.calendar_rules import LAST
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    MonthlyOnDay,
    Rule,
    Weekday,
    Weekdays,
)
from alarmclock.daemons.clock import SystemClock
from alarmclock.store.store import Store

MANY = 10_000
# Nothing rings while it is measured, whatever the zone.
SOONEST, SPAN = timedelta(hours=2), timedelta(hours=20)
LABELS = ("gym", "bread out of the oven", "medicine", "", "call Ann", "bins", "stand up")


def alarms(count: int, now: datetime) -> list[Alarm]:
    """Make so many alarms that are armed and ring in some hours, or on some day after that."""
    rules = _rules(now)
    return [
        Alarm(
            _time(number, count, now),
            rules[number % len(rules)],
            label=f"{LABELS[number % len(LABELS)]} {number}".strip(),
            armed_at=now,
        )
        for number in range(count)
    ]


def fill(folder: Path, count: int) -> None:
    """Make a data folder with so many armed alarms."""
    clock = SystemClock(lambda: UTC)
    store = Store(folder, clock)
    store.open()
    try:
        made = alarms(count, clock.now())
        store.save(Change(tuple(ItemChange(None, alarm) for alarm in made)))
    finally:
        store.close()


def _time(number: int, count: int, now: datetime) -> time:
    due = now.astimezone() + SOONEST + SPAN * number / max(count, 1)
    return due.time().replace(microsecond=0)


def _rules(now: datetime) -> list[Rule]:
    today = now.astimezone().date()
    return [
        Weekdays(EVERY_DAY),
        Weekdays(WORKDAYS),
        EveryDays(3, today),
        Weekdays(frozenset({Weekday.SATURDAY, Weekday.SUNDAY})),
        EveryWeeks(2, frozenset({Weekday.FRIDAY}), today),
        MonthlyOnDay(LAST),
    ]
