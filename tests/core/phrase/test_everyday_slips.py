"""Days with marks beside them, misspelt or said in a way that no rule has: none becomes a label.

Each line is read on Wednesday 25 November 2026, 5:30; as it is meant, or it is refused.
"""

import pytest

from tests.core.phrase.lines import answer, local, refusal

NOW = local("2026-11-25 05:30")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("tomorrow: 7:15", "Thu 26 Nov 07:15, once, in 1 d 1 h"),
        ("monday: 7:15", "Mon 30 Nov 07:15, once, in 5 d 1 h"),
        ("Montag: 7:15", "Mo 30. Nov 07:15, einmal, in 5 d 1 h"),
        ("weekdays: 7:15", "Wed 25 Nov 07:15, weekdays, in 1 h 45 min"),
        ("every day: 8 pills", "Wed 25 Nov 08:00, every day, “pills”, in 2 h 30 min"),
        ("mon,wed: 7", "Wed 25 Nov 07:00, Mon, Wed, in 1 h 30 min"),
        ("24 dec: 9:00", "Thu 24 Dec 09:00, once, in 29 d 3 h"),
        ("tomorrow: exam 7:15", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("exam tomorrow: 7:15", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("friday; 9:00", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("7:15; tomorrow", "Thu 26 Nov 07:15, once, in 1 d 1 h"),
        ("7:15 tomorrow: exam", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("7:15: gym", "Wed 25 Nov 07:15, once, “gym”, in 1 h 45 min"),
        ("gym: 7:15", "Wed 25 Nov 07:15, once, “gym”, in 1 h 45 min"),
        ("7:15 note: buy milk", "Wed 25 Nov 07:15, once, “note: buy milk”, in 1 h 45 min"),
        ("7:15 plan (new)", "Wed 25 Nov 07:15, once, “plan (new)”, in 1 h 45 min"),
        ('7:15 "flight (tomorrow)"', "Wed 25 Nov 07:15, once, “flight (tomorrow)”, in 1 h 45 min"),
    ],
)
def test_a_colon_stands_between_a_day_and_a_time(line, shown):
    """As a comma does; within the label it is part of it."""
    assert answer(line, NOW) == shown


@pytest.mark.parametrize(
    ("line", "position", "word"),
    [
        ("[friday] 9:00", 1, "friday"),
        ("(friday) 9:00", 1, "friday"),
        ("tomorrow. 7:15", 0, "tomorrow"),
        ("tomorrow! 7:15", 0, "tomorrow"),
        ("exam (friday) 7:15", 6, "friday"),
        ("exam (24 dec) 7:15", 6, "24 dec"),
        ("7:15 flight (tomorrow)", 13, "tomorrow"),
        ("7:15 flight (24 dec)", 13, "24 dec"),
        ("7:15 (friday) exam", 6, "friday"),
        ("7:15 /tomorrow", 6, "tomorrow"),
        ("7:15 exam, tomorrow!", 11, "tomorrow"),
        ("7:15 bus (8:02)", 10, "8:02"),
        ("7:15 Flug (morgen)", 11, "morgen"),
    ],
)
def test_a_day_in_brackets_is_no_label(line, position, word):
    """Nor is one with another mark beside it."""
    error = refusal(line, NOW)
    assert (error.position, str(error)) == (position, f"“{word}” can be a time or a day.")
    assert "without the marks" in error.hint


@pytest.mark.parametrize(
    ("line", "position", "meant"),
    [
        ("tommorow 7", 0, "tomorrow"),
        ("7 tommorow", 2, "tomorrow"),
        ("tmrw 7", 0, "tomorrow"),
        ("tmr 7", 0, "tomorrow"),
        ("7 tmrw", 2, "tomorrow"),
        ("gym tmrw 7", 4, "tomorrow"),
        ("wensday 7", 0, "wednesday"),
        ("wendsday 7", 0, "wednesday"),
        ("7:15 wensday gym", 5, "wednesday"),
        ("satterday 7", 0, "saturday"),
        ("daly 7", 0, "daily"),
        ("dayly 7", 0, "daily"),
        ("7:15 daly", 5, "daily"),
        ("7:15 vol 40", 5, "volume"),
        ("7:15 vol. 40", 5, "volume"),
        ("vol 40 7:15", 0, "volume"),
    ],
)
def test_a_word_that_is_often_misspelt_is_no_label(line, position, meant):
    """Nor is one that people shorten."""
    error = refusal(line, NOW)
    assert error.position == position
    assert str(error).endswith(f"” looks like “{meant}”.")
    assert error.hint == f"Write “{meant}”, or put the label in quotes."
