"""In which language a line was typed."""

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN
from alarmclock.core.phrase.spoken_language import own_words, spoken_language
from tests.core.phrase.lines import reading


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("7", ENGLISH),
        ("7:15 Sport", ENGLISH),
        ("7:15 Runde um den Block", ENGLISH),
        ("7 Uhr", GERMAN),
        ("morgen at 7", ENGLISH),
        ("werktags um 7 until 30 june", ENGLISH),
        ("weekdays 7", ENGLISH),
        ("20 Minuten Tee", GERMAN),
    ],
)
def test_the_words_outside_of_the_label_tell_the_language(line, language):
    """Most of them; where none does or both alike, it is English."""
    assert spoken_language(reading(line)) is language


def test_no_word_is_the_own_one_of_two_languages():
    """“am” is in both."""
    own = own_words()
    assert not own[ENGLISH] & own[GERMAN]
    assert "uhr" in own[GERMAN]
    assert "tomorrow" in own[ENGLISH]
