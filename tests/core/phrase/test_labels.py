"""Which words are the label, and which of them are in doubt."""

import pytest

from tests.core.phrase.lines import read, refusal


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("7:15 ring mum", "ring mum"),
        ("7:15 letter from mum", "letter from mum"),
        ("7:15 late shift", "late shift"),
        ("7:15 rise and shine", "rise and shine"),
        ("7:15 no sugar", "no sugar"),
        ("7:15 again tomorrow's plan", "again tomorrow's plan"),
        ("7:15 first aid", "first aid"),
        ("7:15 seven dwarfs", "seven dwarfs"),
        ("7:15 quarter report", "quarter report"),
        ("7:15 - gym", "gym"),
        ("7:15 – long run", "long run"),
        ("7:15: gym", "gym"),
        ("7:15 -", "-"),
        ("7:15 @home", "@home"),
        ("7:15 @ home", "home"),
        ("7:15 room 5", "room 5"),
        ("7 bus 42", "bus 42"),
        ("22:30 a", "a"),
        ("7:15 A", "A"),
        ("12:30 a walk", "a walk"),
        ("p 7:15", "p"),
        ("7:15 do laundry", "do laundry"),
        ("7:15 so what", "so what"),
        ("7:15 Brief von Oma", "Brief von Oma"),
        ("7:15 milk, bread and eggs", "milk, bread and eggs"),
        ("7:15 milk, bread, loud", "milk, bread"),
        ("7:15 loud, music", "music"),
        ("7:15 mon, cream", "cream"),
        ("7:15 loud “music”", "music"),
        ("7:15 “music” loud", "music"),
        ("7:15 snooze 10 min gym", "gym"),
        ("7:15 watch “Dune”", "watch “Dune”"),
        ('7:15 "say ""yes"""', 'say "yes"'),
        ('7:15 """"', '"'),
        ("7:15 ' two  spaces '", " two  spaces "),
        ("7:15 „Zug 8:02“ laut", "Zug 8:02"),
        ("7:15 gym,", "gym"),
    ],
)
def test_words_that_mean_nothing_are_the_label(line, label):
    """And what is in quotes, as it stands there."""
    assert read(line).label == label


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("7:15 loud music", 5, "“loud” can be a setting or belong to the label."),
        ("7:15 quiet time", 5, "“quiet” can be a setting or belong to the label."),
        ("7:15 once more", 5, "“once” can be a day or belong to the label."),
        ("7:15 Sat nav", 5, "“Sat” can be a day or belong to the label."),
        ("7:15, off road", 6, "“off” can be a setting or belong to the label."),
        ("7:15 play loud songs", 10, "“loud” can be a setting or belong to the label."),
        ("7:15 tea in 2 days", 9, "“in” in the label can be a time or a day."),
        ("7:15 half an hour run", 5, "“half” in the label can be a time or a day."),
        ("7:15 Sport morgen", 11, "“morgen” in the label can be a time or a day."),
        ("2 days", 2, "“days” after a time makes no length."),
        ("1:30 h", 5, "“h” after a time makes no length."),
        ("7:15 weekly report", 12, "On which days of the week?"),
        ("7:15 monthly report", 13, "On which day of the month?"),
        ('7:15 "a" "b"', 9, "There is one label only."),
        ('7:15 "a"b', 8, "goes on after the label"),
        ('7:15 "a" loud b', 8, "goes on after the label"),
        ("7:15 " + "x" * 501, 505, "This word has 501 characters"),
        ("7:15 " + "x " * 10_000, 20_000, "This line has 20,005 characters"),
    ],
)
def test_a_word_in_doubt_is_refused(line, position, sentence):
    """It goes in quotes, or behind a comma."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position
