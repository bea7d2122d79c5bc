"""Day and month in the order of a place."""

import pytest

from alarmclock.core.phrase.orders import order_of_locale
from alarmclock.core.phrase.reader import DayOrder


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("de_DE", DayOrder.DAY_FIRST),
        ("de_DE.UTF-8", DayOrder.DAY_FIRST),
        ("en_GB", DayOrder.DAY_FIRST),
        ("ca_ES@valencia", DayOrder.DAY_FIRST),
        ("en_US", DayOrder.MONTH_FIRST),
        ("ja_JP.UTF-8", DayOrder.MONTH_FIRST),
        ("C", DayOrder.UNKNOWN),
        ("C.UTF-8", DayOrder.UNKNOWN),
        ("", DayOrder.UNKNOWN),
    ],
)
def test_a_locale_has_its_order(name, order):
    """Nothing is guessed where nobody says where we are."""
    assert order_of_locale(name) is order
