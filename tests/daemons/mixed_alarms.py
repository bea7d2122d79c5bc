"""Alarms of every rule of repetition, floating and pinned, at random."""

from datetime import date, datetime, time, timedelta
from random import Random

from alarmclock.core.alarm import Alarm
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
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
from tests.core.time_line import ZONES
from tests.daemons.builders import DAY, HOUR, MINUTE, SECOND


def make_alarm(random: Random, number: int, begin: datetime) -> Alarm:
    """Make an alarm of any rule, floating or pinned, some with limits and exceptions."""
    rule = make_rule(random, begin.date())
    ring = Random(number)  # what follows a ring does not change the rest of a life
    return Alarm(
        make_time(random),
        rule,
        label=f"Alarm {number}",
        zone=random.choice([None, None, random.choice(ZONES)]),
        armed_at=begin if random.random() < 0.8 else None,
        ring=RingSettings(
            snooze_limit=random.choice([None, 0, 1, 3]),
            ring_length=random.choice([30 * SECOND, 10 * MINUTE, 45 * MINUTE]),
            late_limit=random.choice([timedelta(0), 30 * MINUTE, 30 * MINUTE, 2 * HOUR, None]),
            again=ring.choice([0, 0, 1, 3]),
            again_every=ring.choice([MINUTE, 5 * MINUTE, 20 * MINUTE]),
            awake_after=ring.choice([None, None, None, None, 2 * MINUTE, HOUR]),
        ),
        id=f"alarm {number}",
        limits=make_limits(random, begin.date()) if rule.repeats else Limits(),
    )


def make_time(random: Random) -> time:
    """Make a time; many lie in the hours in which clocks are changed."""
    return time(random.choice([random.randrange(24), random.randrange(4)]), random.randrange(60))


def make_limits(random: Random, begin: date) -> Limits:
    """Make limits; most alarms have none."""
    first = begin + random.randrange(1200) * DAY
    excepted = frozenset(begin + random.randrange(3600) * DAY for _ in range(60))
    limits = [
        Limits(first=first),
        Limits(last=first + random.randrange(2000) * DAY),
        Limits(first=first, times=random.randrange(1, 300), excepted=excepted),
        Limits(excepted=excepted),
    ]
    return random.choice([*[Limits()] * 12, *limits])


def make_rule(random: Random, begin: date) -> Rule:
    """Make a rule; the rare ones are many, so that each of them comes often enough."""
    day = begin + random.randrange(3600) * DAY
    first = begin + random.randrange(-300, 300) * DAY
    days = frozenset(random.sample(list(Weekday), random.choice([1, 1, 2, 3, 5])))
    rules = {
        Weekdays(EVERY_DAY): 15,
        Weekdays(days): 14,
        EveryDays(random.randrange(1, 40), first): 14,
        EveryWeeks(random.randrange(1, 6), days, first): 12,
        IsoWeeks(random.choice(list(WeekParity)), days): 10,
        MonthlyOnDay(random.choice([1, 15, 29, 30, 31, LAST])): 9,
        MonthlyOnWeekday(random.choice([1, 2, 3, 4, 5, LAST]), random.choice(list(Weekday))): 9,
        Yearly(day.month, day.day): 4,
        Yearly(2, 29, random.choice(list(LeapPolicy))): 5,
        OnDates(frozenset(begin + random.randrange(3650) * DAY for _ in range(100))): 5,
        OnDate(day): 5,
        Once(): 5,
    }
    return random.choices(list(rules), list(rules.values()))[0]
