"""The words that phrases are made of; a language is one table of them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import time, timedelta

from alarmclock.core.rule import EVERY_DAY, WEEKEND, WORKDAYS, Weekday

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of one language, all of it casefolded.

    ``weekly`` are days that mean every week by themselves, ``after_every`` those that need an
    “every”. ``in_labels`` are words of days with which labels begin, too: “7:15 friday prayers”.
    """

    before_length: Set[str]
    before_time: Set[str]
    before_day: Set[str]
    every: Set[str]
    next: Set[str]
    this: Set[str]
    and_also: Set[str]
    through: Set[str]
    tonight: Set[str]
    ordinals: Set[str]
    units: Mapping[str, timedelta]
    times: Mapping[str, time]
    halves: Mapping[str, int]
    days_ahead: Mapping[str, int]
    weekdays: Mapping[str, Weekday]
    weekly: Mapping[str, frozenset[Weekday]]
    after_every: Mapping[str, frozenset[Weekday]]
    months: Mapping[str, int]
    in_labels: Set[str]
    beginnings: Set[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "beginnings", self._beginnings())

    def _beginnings(self) -> Set[str]:
        """List the words with which a day or a time can begin."""
        sets = (self.before_day, self.every, self.next, self.this, self.tonight)
        tables = (self.times, self.days_ahead, self.weekdays, self.weekly, self.months)
        return frozenset().union(*sets, *tables)


_WEEKDAYS = {
    "monday mon": Weekday.MONDAY,
    "tuesday tue tues": Weekday.TUESDAY,
    "wednesday wed": Weekday.WEDNESDAY,
    "thursday thu thur thurs": Weekday.THURSDAY,
    "friday fri": Weekday.FRIDAY,
    "saturday sat": Weekday.SATURDAY,
    "sunday sun": Weekday.SUNDAY,
}
_UNITS = {
    "h hr hrs hour hours": HOUR,
    "m min mins minute minutes": MINUTE,
    "s sec secs second seconds": SECOND,
}
_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
_ENGLISH_WEEKDAYS = {name: day for names, day in _WEEKDAYS.items() for name in names.split()}

ENGLISH = Words(
    before_length={"in"},
    before_time={"at"},
    before_day={"on"},
    every={"every", "each"},
    next={"next"},
    this={"this"},
    and_also={"and"},
    through={"to", "through"},
    tonight={"tonight"},
    ordinals={"st", "nd", "rd", "th"},
    units={name: unit for names, unit in _UNITS.items() for name in names.split()},
    times={"noon": time(12), "midday": time(12), "midnight": time(0)},
    halves={"am": 0, "pm": 12},
    days_ahead={"today": 0, "tomorrow": 1},
    weekdays=_ENGLISH_WEEKDAYS,
    weekly={
        "weekdays": WORKDAYS,
        "weekends": WEEKEND,
        "daily": EVERY_DAY,
        "everyday": EVERY_DAY,
        **{f"{names.split()[0]}s": frozenset({day}) for names, day in _WEEKDAYS.items()},
    },
    after_every={"day": EVERY_DAY, "weekday": WORKDAYS, "weekend": WEEKEND},
    months={
        name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
    },
    in_labels={*_ENGLISH_WEEKDAYS, "daily", "everyday"},
)
