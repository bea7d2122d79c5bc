"""Entries and days in words."""

from datetime import date, timedelta

import pytest

from alarmclock.core.outlook.entry import Fate
from alarmclock.ui.calendar.entry_text import day_sentence, day_title, entry_sentence
from tests.ui.calendar.builders import BERLIN, TODAY, entry


def test_an_entry_is_one_sentence():
    """For screen readers, with its reason."""
    skipped = entry(1, reason="skipped", fate=Fate.SILENT)
    assert entry_sentence(skipped, BERLIN) == "Monday 23 November, 07:00, Gym: skipped"
    assert entry_sentence(entry(1), BERLIN) == "Monday 23 November, 07:00, Gym"


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (0, ("Sunday 22 November", "today")),
        (1, ("Monday 23 November", "tomorrow")),
        (-1, ("Saturday 21 November", "yesterday")),
        (2, ("Tuesday 24 November", "")),
        (40, ("Friday 1 January 2027", "")),
    ],
)
def test_a_day_as_a_heading(days, title):
    """Seen from today."""
    assert day_title(TODAY + timedelta(days=days), TODAY) == title


def test_a_day_of_the_month_says_what_it_holds():
    """Each ring with its time and its reason."""
    rings = [entry(1), entry(1, 9, name="Tea", reason="paused", fate=Fate.SILENT)]
    said = day_sentence(date(2026, 11, 23), rings, BERLIN)
    assert said == "Monday 23 November 2026: 2 rings · 07:00 Gym · 09:00 Tea (paused)"
    assert day_sentence(TODAY, [], BERLIN) == "Sunday 22 November 2026: nothing"
