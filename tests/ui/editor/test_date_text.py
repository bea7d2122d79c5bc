from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.date_text import DateOrder, date_words, order_of, parse_date
from tests.ui.editor.builders import refused_field

TODAY = date(2026, 11, 22)
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = DateOrder


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2026-11-28", DAY_FIRST, date(2026, 11, 28)),
        ("2026-11-28", MONTH_FIRST, date(2026, 11, 28)),
        ("2026-1-8", DAY_FIRST, date(2026, 1, 8)),
        ("28.11.2026", DAY_FIRST, date(2026, 11, 28)),
        ("28.11.", DAY_FIRST, date(2026, 11, 28)),
        ("28/11/26", DAY_FIRST, date(2026, 11, 28)),
        ("11/28/2026", MONTH_FIRST, date(2026, 11, 28)),
        ("11/28", MONTH_FIRST, date(2026, 11, 28)),
        ("26/11/28", YEAR_FIRST, date(2026, 11, 28)),
        ("11-28", YEAR_FIRST, date(2026, 11, 28)),
        ("28.11.2026", YEAR_FIRST, date(2026, 11, 28)),
        ("28 Nov", DAY_FIRST, date(2026, 11, 28)),
        ("28. november 2027", DAY_FIRST, date(2027, 11, 28)),
        ("Nov 28, 2027", DAY_FIRST, date(2027, 11, 28)),
        ("Sat 28 Nov 2026", MONTH_FIRST, date(2026, 11, 28)),
        ("22 Nov", DAY_FIRST, date(2026, 11, 22)),
        ("21 Nov", DAY_FIRST, date(2027, 11, 21)),
        ("29 Feb", DAY_FIRST, date(2028, 2, 29)),
        ("today", DAY_FIRST, date(2026, 11, 22)),
        ("Tomorrow", DAY_FIRST, date(2026, 11, 23)),
    ],
)
def test_people_write_dates_in_many_ways(text, order, expected):
    """ISO dates, numbers in the country's order, and names of months are understood."""
    assert parse_date(text, today=TODAY, order=order) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Type a date, such as 28 Nov or 2026-11-28."),
        ("soon", "“soon” is no date. Type one such as 28 Nov."),
        ("28 Foo", "“28 Foo” is no date. Type one such as 28 Nov."),
        ("30 Feb 2026", "There is no day 30 Feb 2026. Type one such as 28 Nov."),
        ("2026-13-01", "There is no day 2026-13-01. Type one such as 28 Nov."),
    ],
)
def test_an_impossible_date_gets_its_own_sentence(text, sentence):
    """What is no date is refused with the reason."""
    with pytest.raises(Invalid) as refused:
        parse_date(text, today=TODAY, order=DAY_FIRST)
    assert (str(refused.value), refused.value.field) == (sentence, "date")


@given(st.text(), st.sampled_from(DateOrder))
def test_any_text_is_a_date_or_refused(text, order):
    """Nothing but Invalid is ever raised."""
    refused = refused_field(lambda: parse_date(text, today=TODAY, order=order))
    assert refused in (None, "date")


@given(st.dates(), st.sampled_from(DateOrder))
def test_a_date_is_read_as_it_is_written(day, order):
    """What the program writes it reads again, in every country."""
    assert parse_date(date_words(day), today=TODAY, order=order) == day


@pytest.mark.parametrize(
    ("date_format", "expected"),
    [("dd.MM.yy", DAY_FIRST), ("M/d/yy", MONTH_FIRST), ("yyyy-MM-dd", YEAR_FIRST), ("", DAY_FIRST)],
    ids=["Germany", "United States", "Sweden", "unknown"],
)
def test_the_order_is_read_from_the_countrys_format(date_format, expected):
    """The part that comes first in a country's dates gives the order."""
    assert order_of(date_format) is expected
