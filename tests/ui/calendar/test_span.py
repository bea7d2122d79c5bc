"""Which days the calendar shows."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.ui.calendar.span import EARLIEST, LATEST, Span, month_words, thirty_days, within

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (0, "22 Nov – 21 Dec"),
        (-1, "23 Oct – 21 Nov"),
        (2, "21 Jan 2027 – 19 Feb 2027"),
    ],
)
def test_thirty_days_without_a_gap_or_an_overlap(turns, words):
    """Each turn goes on where the other ends."""
    assert thirty_days(TODAY, turns).words(TODAY) == words


def test_the_years_are_told_where_one_is_another():
    """“24 Dec – 22 Jan” could be any."""
    assert Span(date(2026, 12, 24), 30).words(TODAY) == "24 Dec 2026 – 22 Jan 2027"


def test_its_end_is_the_last_instant_of_its_last_day():
    """A ring at the midnight after it belongs to the next."""
    begin, end = Span(date(2026, 10, 25), 1).bounds(ZoneInfo("Europe/Berlin"))
    assert begin == datetime(2026, 10, 24, 22, tzinfo=UTC)
    # The day of the winter time has 25 hours.
    assert end == begin + timedelta(hours=25) - timedelta(microseconds=1)


@pytest.mark.parametrize(("days", "expected"), [(10**7, LATEST), (-(10**7), EARLIEST)])
def test_the_calendar_has_ends(days, expected):
    """However often somebody presses the arrow."""
    assert within(TODAY, days) == expected


def test_a_month_in_words():
    """With its year."""
    assert month_words(date(2027, 2, 28)) == "February 2027"
