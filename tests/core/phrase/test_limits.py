"""What narrows a rule: from, until, so many times, except."""

from datetime import date

import pytest

from alarmclock.core.rules.cycles import EveryDays
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from tests.core.phrase.lines import read, refusal

NOV_26, DEC_1, JUN_30 = date(2026, 11, 26), date(2026, 12, 1), date(2027, 6, 30)
HOLIDAYS = frozenset({date(2026, 12, 24), date(2026, 12, 31)})


@pytest.mark.parametrize(
    ("line", "limits"),
    [
        ("weekdays 7 from 1 dec", Limits(DEC_1)),
        ("weekdays from 1 dec 7", Limits(DEC_1)),
        ("weekdays 7 starting 1 dec", Limits(DEC_1)),
        ("weekdays 7 from tue", Limits(date(2026, 11, 24))),
        ("weekdays 7 from tomorrow", Limits(date(2026, 11, 23))),
        ("weekdays 7 from 2020-01-01", Limits(date(2020, 1, 1))),
        ("weekdays 7 until 30 june", Limits(last=JUN_30)),
        ("weekdays 7 till next friday", Limits(last=date(2026, 11, 27))),
        ("weekdays 7 gym until 30 june loud", Limits(last=JUN_30)),
        ("weekdays 7 from 1 dec until 30 june", Limits(DEC_1, JUN_30)),
        ("weekdays 7 from 1 dec 2027 until 30 june", Limits(date(2027, 12, 1), date(2028, 6, 30))),
        ("weekdays 7 10 times", Limits(date(2026, 11, 23), times=10)),
        ("weekdays 22 ten times", Limits(date(2026, 11, 23), times=10)),
        ("every day 22 10 times", Limits(date(2026, 11, 22), times=10)),
        ("weekdays 7 from 1 dec 10 times", Limits(DEC_1, times=10)),
        ("weekdays 7 except 24 dec and 31 dec", Limits(excepted=HOLIDAYS)),
        ("weekdays except 24 dec, 31 dec 7", Limits(excepted=HOLIDAYS)),
        ("werktags 7 ab 1. Dez bis 30. Juni", Limits(DEC_1, JUN_30)),
        ("werktags 7 bis 30.6.", Limits(last=JUN_30)),
        ("werktags 7 bis zum 30. Juni", Limits(last=JUN_30)),
        ("werktags 7 10 mal", Limits(date(2026, 11, 23), times=10)),
        ("werktags 7 außer 24.12., 31.12.", Limits(excepted=HOLIDAYS)),
        ("werktags 7 ausser am 24.12. und 31.12.", Limits(excepted=HOLIDAYS)),
    ],
)
def test_a_limit_is_read_as_it_is_said(line, limits):
    """Anywhere after the rule; a date without a year is the next such one."""
    assert read(line).limits == limits


@pytest.mark.parametrize(
    ("line", "first", "limits"),
    [
        ("every 3 days 9 from 26 nov", NOV_26, NO_LIMITS),
        ("every 3 days 9 from 26 nov 5 times", NOV_26, Limits(NOV_26, times=5)),
        ("every 3 days 9 counted from 26 nov", NOV_26, NO_LIMITS),
        ("every 3 days 9 counted from 26 nov from 1 dec", NOV_26, Limits(DEC_1)),
        ("alle 3 Tage 9 gezählt ab 26. Nov ab 1. Dez", NOV_26, Limits(DEC_1)),
    ],
)
def test_a_rule_that_counts_does_so_from_its_first_date(line, first, limits):
    """Another date to count from is said by itself."""
    alarm = read(line)
    assert (alarm.rule, alarm.limits) == (EveryDays(3, first), limits)


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("7 until 30 june", 2, "Only a rule that repeats has a last date."),
        ("tomorrow 7 from 30 june", 11, "Only a rule that repeats has a first date."),
        ("7:15 say it 3 times", 12, "Only a rule that repeats has a number of times."),
        ("7 except 24 dec", 2, "Only a rule that repeats has a list of excepted dates."),
        ("weekdays 7 until 2020-01-01", 11, "This never rings."),
        ("weekdays 7 from 1 dec until 2026-11-30", 22, "The last date is before the first."),
        ("weekdays 7 until 1 dec until 2 dec", 23, "The last date is said twice."),
        ("weekdays 7 0 times", 11, "Choose from 1 to 9,999 times."),
        ("weekdays 7 until 17:00", 17, "“17:00” is not understood after “until”."),
        ("weekdays 7 until 31 june", 17, "June has 30 days."),
        ("weekdays 7 from 7", 16, "“7” is not understood after “from”."),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(line, position, sentence):
    """With the place where that begins."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position
