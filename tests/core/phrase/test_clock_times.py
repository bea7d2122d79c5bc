"""Times of day as people say them."""

from datetime import time

import pytest

from tests.core.builders import BERLIN
from tests.core.phrase.lines import answer, local, read, reading, refusal


@pytest.mark.parametrize(
    ("line", "wall"),
    [
        ("half past 7", time(7, 30)),
        ("half past seven", time(7, 30)),
        ("quarter to 8", time(7, 45)),
        ("a quarter to 8", time(7, 45)),
        ("at a quarter past 7", time(7, 15)),
        ("ein viertel nach 7", time(7, 15)),
        ("quarter past 7pm", time(19, 15)),
        ("quarter to 1 pm", time(12, 45)),
        ("quarter to 0", time(23, 45)),
        ("half past noon", time(12, 30)),
        ("quarter to midnight", time(23, 45)),
        ("ten past seven", time(7, 10)),
        ("20 to 8", time(7, 40)),
        ("7 o'clock", time(7)),
        ("seven o’clock", time(7)),
        ("7 a.m.", time(7)),
        ("7 p.m. gym", time(19)),
        ("7p", time(19)),
        ("7:15P", time(19, 15)),
        ("12a", time(0)),
        ("quarter past 7a", time(7, 15)),
        ("7 in the evening", time(19)),
        ("7:15:30 pm", time(19, 15, 30)),
        ("halb acht", time(7, 30)),
        ("halb 8", time(7, 30)),
        ("halb eins", time(0, 30)),
        ("halb acht abends", time(19, 30)),
        ("viertel vor acht", time(7, 45)),
        ("viertel nach 7", time(7, 15)),
        ("viertel acht", time(7, 15)),
        ("dreiviertel acht", time(7, 45)),
        ("fünf vor halb acht", time(7, 25)),
        ("fuenf nach halb acht", time(7, 35)),
        ("zehn nach 7", time(7, 10)),
        ("um 7", time(7)),
        ("7 Uhr", time(7)),
        ("7 Uhr 15", time(7, 15)),
        ("7:15 Uhr", time(7, 15)),
        ("7.15 Uhr", time(7, 15)),
        ("sieben Uhr", time(7)),
        ("7 Uhr morgens", time(7)),
        ("7 Uhr abends", time(19)),
        ("mittag", time(12)),
        ("Mitternacht", time(0)),
    ],
)
def test_a_time_is_read_as_it_is_said(line, wall):
    """In English and German, am and pm included."""
    assert read(line).time == wall


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("half past 24", 0, "“half” is not understood"),
        ("half past", 0, "“half” is not understood"),
        ("13 o'clock pm", 0, "from 1 to 12"),
        ("7 Uhr 77", 0, "no such time"),
    ],
)
def test_a_time_that_does_not_exist_is_refused(line, position, sentence):
    """However it is said."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("half past 6 gym", "18:30 gym"),
        ("halb sieben Sport", "18:30 Sport"),
        ("6 Uhr 30 Sport", "18:30 Sport"),
        ("six o'clock", "18:00"),
        ("half past 6 am", None),
        ("6 Uhr morgens", None),
    ],
)
def test_a_spoken_time_may_be_meant_of_the_other_half(line, other):
    """Unless am or pm was said, the other half of the day is offered for it too."""
    now = local("2026-11-23 11:30")
    found = reading(line, now)
    half = found.other_half(now, BERLIN)
    assert (found.with_time(half.time) if half else None) == other


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("12 am", "Mon 23 Nov 00:00"),
        ("12 am tomorrow", "Mon 23 Nov 00:00"),
        ("12am 24 dec", "Thu 24 Dec 00:00"),
        ("12 am Montag", "Mo 23. Nov 12:00"),
        ("19 am Montag", "Mo 23. Nov 19:00"),
        ("7 am Montag", "Mo 23. Nov 07:00"),
        ("7 am monday", "Mon 23 Nov 07:00"),
        ("7 am 24.12.", "Thu 24 Dec 07:00"),
    ],
)
def test_the_german_am_is_told_from_the_english_one(line, due):
    """It comes before a German day; the English one comes after a time."""
    assert answer(line).startswith(due)


def test_an_am_that_can_be_both_is_refused():
    """Noon or midnight is too much of a difference to guess."""
    error = refusal("12 am 24.12.")
    assert str(error) == "“12 am” before a date can be midnight or noon."


def test_no_hour_to_another_is_a_time():
    """“7 to 8” may be a span, or a time before eight."""
    error = refusal("7 to 8")
    assert (error.position, str(error)) == (2, "A line sets one time.")
