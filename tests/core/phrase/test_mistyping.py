"""Words that are a day but for one letter."""

from dataclasses import replace

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN
from alarmclock.core.phrase.languages import vocabulary
from alarmclock.core.phrase.lookalikes import ENGLISH_LOOKALIKES, GERMAN_LOOKALIKES
from alarmclock.core.phrase.mistyping import mistyped, mistyped_short, near_weekday

BOTH = vocabulary(ENGLISH)


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


@pytest.mark.parametrize("word", ["letter", "early", "very", "frida", "leute", "sorgen", "weiter"])
def test_an_everyday_word_is_let_be(word):
    """Although a day is spelt nearly so in one of the languages."""
    assert mistyped(word, BOTH) is None


@pytest.mark.parametrize("word", sorted(ENGLISH_LOOKALIKES | GERMAN_LOOKALIKES))
def test_every_word_that_is_let_be_looks_like_a_day(word):
    """No other one needs to be in the list."""
    without = replace(BOTH, lookalikes=frozenset())
    known = word in BOTH.day_beginnings or word in BOTH.parts.heads
    assert known or mistyped(word, without) is not None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("thr", "thu"),
        ("wde", "wed"),
        ("tus", "tue"),
        ("thu", None),
        ("run", None),
        ("mom", None),
        ("tea", None),
        ("fry", None),
        ("mo", None),
    ],
)
def test_a_short_day_is_known_with_a_letter_left_out_or_swapped(word, meant):
    """A letter that is another one makes too many other words of it."""
    assert mistyped_short(word, BOTH) == meant


@pytest.mark.parametrize(
    ("word", "meant"), [("thr", "thu"), ("fry", "fri"), ("dn", "di"), ("mon", None), ("call", None)]
)
def test_beside_a_weekday_any_letter_may_be_wrong(word, meant):
    """As after “mon-”; what is a weekday is not like one."""
    assert near_weekday(word, BOTH) == meant
