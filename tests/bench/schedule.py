"""The cost of the next occurrence, rule by rule: `python -m tests.bench.schedule`.

Beside each figure stands its ratio to the floor of the same run: one wall-clock time of a zone
brought to UTC and back, which no search can do without.
"""

import sys
import timeit
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Rule,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.schedule import next_occurrence

ROUNDS, REPEATS = 200, 7
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2020, 1, 1)
DAY = timedelta(days=1)
AIM_WEEKDAYS_US, AIM_US = 20, 200

RULES: dict[str, Rule] = {
    "weekdays": Weekdays(WORKDAYS),
    "once": Once(),
    "on a date": OnDate(date(2027, 1, 1)),
    "on 500 dates": OnDates(frozenset(FIRST + n * 7 * DAY for n in range(500))),
    "every 3 days": EveryDays(3, FIRST),
    "every 99th week": EveryWeeks(99, frozenset({Weekday.FRIDAY}), FIRST),
    "odd weeks": IsoWeeks(WeekParity.ODD, frozenset({Weekday.MONDAY})),
    "31st of the month": MonthlyOnDay(31),
    "last day of the month": MonthlyOnDay(LAST),
    "fifth Monday of the month": MonthlyOnWeekday(5, Weekday.MONDAY),
    "29 February": Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY),
}
EXCEPTED = Limits(excepted=frozenset(NOW.date() + n * DAY for n in range(366)))


def alarms() -> dict[str, Alarm]:
    """Make an alarm of each rule, and the costliest ways to narrow one."""
    plain = {name: Alarm(time(7, 15), rule, id="alarm") for name, rule in RULES.items()}
    daily = Alarm(time(7, 15), Weekdays(EVERY_DAY), id="alarm")
    return plain | {
        "366 excepted days": replace(daily, limits=EXCEPTED),
        "9,999 times": replace(daily, limits=Limits(FIRST, times=9999)),
        "paused for a year": replace(daily, pause=Pause(date(2027, 11, 22))),
        "pinned to Lord Howe": replace(daily, zone="Australia/Lord_Howe"),
    }


def floor() -> None:
    """Bring one wall-clock time to UTC and back."""
    datetime.combine(date(2026, 11, 23), time(7, 15), BERLIN).astimezone(UTC).astimezone(BERLIN)


def cost_us(call: Callable[[], object]) -> float:
    """Give what a call costs, in microseconds: the best of several series."""
    return min(timeit.repeat(call, number=ROUNDS, repeat=REPEATS)) / ROUNDS * 1e6


def measure() -> dict[str, float]:
    """Give the cost of the next occurrence of each alarm, in microseconds."""
    return {
        name: cost_us(lambda alarm=alarm: next_occurrence(alarm, NOW, BERLIN))
        for name, alarm in alarms().items()
    }


def main() -> None:
    """Print the table."""
    base = cost_us(floor)
    sys.stdout.write(f"{'floor: one time to UTC and back':34}{base:8.2f} us\n")
    for name, cost in measure().items():
        aim = AIM_WEEKDAYS_US if name == "weekdays" else AIM_US
        sys.stdout.write(f"{name:34}{cost:8.2f} us{cost / base:8.1f} x   aim {aim} us\n")


if __name__ == "__main__":
    main()
