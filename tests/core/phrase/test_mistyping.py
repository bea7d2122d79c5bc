"""Words that are a day but for one letter."""

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN
from alarmclock.core.phrase.mistyping import mistyped


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tomorow", "tomorrow"),
        ("tomorroow", "tomorrow"),
        ("tumorrow", "tomorrow"),
        ("mondya", "monday"),
        ("evry", "every"),
        ("omnday", "monday"),
        ("monday", None),
        ("mnody", None),
        ("gym", None),
        ("morning", None),
        ("", None),
    ],
)
def test_one_letter_off_is_a_day(word, meant):
    """Left out, doubled, changed or swapped; shorter words and two letters are let be."""
    assert mistyped(word, ENGLISH.words) == meant


def test_each_language_has_its_own():
    """German days for German words."""
    assert mistyped("mittwoh", GERMAN.words) == "mittwoch"
    assert mistyped("mittwoh", ENGLISH.words) is None
