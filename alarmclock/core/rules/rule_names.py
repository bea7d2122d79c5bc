"""The names under which rules stand in files; a class may be renamed, its name here never."""

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

RULES: dict[str, type[Rule]] = {
    "once": Once,
    "on date": OnDate,
    "on dates": OnDates,
    "weekdays": Weekdays,
    "every days": EveryDays,
    "every weeks": EveryWeeks,
    "iso weeks": IsoWeeks,
    "monthly on day": MonthlyOnDay,
    "monthly on weekday": MonthlyOnWeekday,
    "yearly": Yearly,
}
RULE_NAMES = {rule: name for name, rule in RULES.items()}
