"""Rules: on which dates an alarm rings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.rule import EVERY_DAY, WEEKEND, WORKDAYS, Once, OnDate, Weekday, Weekdays

DATES = st.dates(date(1900, 1, 1), date(2200, 1, 1))
DAY_SETS = st.frozensets(st.sampled_from(Weekday), min_size=1)
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("rule", "earliest", "expected"),
    [
        pytest.param(Once(), "2026-11-22", "2026-11-22", id="once is the first day asked for"),
        pytest.param(OnDate(date(2026, 12, 24)), "2026-11-22", "2026-12-24", id="date ahead"),
        pytest.param(OnDate(date(2026, 12, 24)), "2026-12-24", "2026-12-24", id="date itself"),
        pytest.param(OnDate(date(2026, 12, 24)), "2026-12-25", None, id="date over"),
        pytest.param(OnDate(date(2028, 2, 29)), "2026-03-01", "2028-02-29", id="leap day"),
        pytest.param(Weekdays(WORKDAYS), "2026-11-20", "2026-11-20", id="friday is a workday"),
        pytest.param(Weekdays(WORKDAYS), "2026-11-21", "2026-11-23", id="over the weekend"),
        pytest.param(Weekdays(WEEKEND), "2026-11-23", "2026-11-28", id="to the weekend"),
        pytest.param(Weekdays(EVERY_DAY), "2026-12-31", "2026-12-31", id="every day"),
        pytest.param(Weekdays(WORKDAYS), "2027-01-01", "2027-01-01", id="new year is a friday"),
        pytest.param(
            Weekdays(frozenset({Weekday.THURSDAY})), "2026-12-25", "2026-12-31", id="year end"
        ),
        pytest.param(
            Weekdays(frozenset({Weekday.TUESDAY})), "2028-02-24", "2028-02-29", id="to leap day"
        ),
    ],
)
def test_next_date_is_the_first_that_is_not_before(rule, earliest, expected):
    """A rule gives its first date from a day on, None when there is no more."""
    found = rule.next_date(date.fromisoformat(earliest))
    assert found == (date.fromisoformat(expected) if expected else None)


@given(DAY_SETS, DATES)
def test_weekdays_equal_a_walk_from_day_to_day(days, earliest):
    """The computed date is the one that looking at each day finds."""
    walked = earliest
    while walked.weekday() not in days:
        walked += ONE_DAY
    assert Weekdays(days).next_date(earliest) == walked


def test_weekdays_need_a_day():
    """A rule that would never ring is refused."""
    with pytest.raises(Invalid, match="at least one weekday") as caught:
        Weekdays(frozenset())
    assert caught.value.field == "rule"


@pytest.mark.parametrize(
    ("rule", "repeats"),
    [(Once(), False), (OnDate(date(2026, 1, 1)), False), (Weekdays(EVERY_DAY), True)],
)
def test_only_weekdays_repeat(rule, repeats):
    """After its ring, a rule that does not repeat turns its alarm off."""
    assert rule.repeats is repeats
