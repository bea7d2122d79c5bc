from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.ui.widgets.month_days import DAYS_SHOWN, month_later, shown_days


@given(st.dates())
def test_every_month_fits_into_six_weeks(day):
    """All days of a month are shown once, in their columns, and no others."""
    shown = shown_days(day)
    days = [each for each in shown if each]
    assert len(shown) == DAYS_SHOWN
    assert days[0].day == 1
    assert [each.toordinal() for each in days] == list(
        range(days[0].toordinal(), days[0].toordinal() + len(days))
    )
    assert {each.month for each in days} == {day.month}
    assert all(place % 7 == each.weekday() for place, each in enumerate(shown) if each)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
    ],
    ids=["next", "short month", "leap day", "new year", "none", "last", "first"],
)
def test_a_month_later_is_the_same_day(day, months, expected):
    """The day stays, or is the last of a month that is too short."""
    assert month_later(day, months) == expected
