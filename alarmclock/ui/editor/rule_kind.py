"""The kinds of rules as the editor offers them; no Qt."""

from enum import Enum

from alarmclock.core.rules.rule import (
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Rule,
    Weekdays,
    Yearly,
)


class RuleKind(Enum):
    """A kind of rule, by what its button says, in the order of the buttons."""

    ONCE = "Once"
    ON_DATE = "On a date"
    WEEKDAYS = "Weekdays"
    ON_DATES = "Dates"
    EVERY_DAYS = "Every few days"
    EVERY_WEEKS = "Every few weeks"
    ISO_WEEKS = "Odd/even weeks"
    MONTHLY_ON_DAY = "Day of the month"
    MONTHLY_ON_WEEKDAY = "Weekday of the month"
    YEARLY = "Yearly"

    @property
    def repeats(self) -> bool:
        """True for the rules that limits hold for."""
        return self not in (RuleKind.ONCE, RuleKind.ON_DATE)


COMMON = (RuleKind.ONCE, RuleKind.ON_DATE, RuleKind.WEEKDAYS)
# What is entered for each kind, by the names of the rows.
ROWS = {
    RuleKind.ONCE: ("days",),
    RuleKind.ON_DATE: ("date", "days"),
    RuleKind.WEEKDAYS: ("days",),
    RuleKind.ON_DATES: ("dates",),
    RuleKind.EVERY_DAYS: ("dayCount", "countedFrom"),
    RuleKind.EVERY_WEEKS: ("weekCount", "days", "countedFrom"),
    RuleKind.ISO_WEEKS: ("parity", "days"),
    RuleKind.MONTHLY_ON_DAY: ("monthDay",),
    RuleKind.MONTHLY_ON_WEEKDAY: ("nth",),
    RuleKind.YEARLY: ("yearDay", "leapPolicy"),
}
_KINDS: dict[type, RuleKind] = {
    Once: RuleKind.ONCE,
    OnDate: RuleKind.ON_DATE,
    Weekdays: RuleKind.WEEKDAYS,
    OnDates: RuleKind.ON_DATES,
    EveryDays: RuleKind.EVERY_DAYS,
    EveryWeeks: RuleKind.EVERY_WEEKS,
    IsoWeeks: RuleKind.ISO_WEEKS,
    MonthlyOnDay: RuleKind.MONTHLY_ON_DAY,
    MonthlyOnWeekday: RuleKind.MONTHLY_ON_WEEKDAY,
    Yearly: RuleKind.YEARLY,
}


def kind_of(rule: Rule) -> RuleKind:
    """Give the kind of a rule."""
    return _KINDS[type(rule)]
