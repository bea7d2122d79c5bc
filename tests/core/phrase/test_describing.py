"""What is answered while a line is typed."""

import pytest

from alarmclock.core.ring_settings import RingSettings
from tests.core.phrase.lines import answer, local


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("weekdays 7:15 gym", "Mon 23 Nov 07:15, weekdays, “gym”, in 10 h 45 min"),
        (
            "every 2nd fri 16:00 until 30 june",
            "Fri 27 Nov 16:00, every 2nd Friday until Wed 30 Jun 2027, in 4 d 19 h",
        ),
        (
            "weekdays 7 except 24 dec",
            "Mon 23 Nov 07:00, weekdays except on Thu 24 Dec 2026, in 10 h 30 min",
        ),
        (
            "monthly on the 1st 10:00 rent",
            "Tue 1 Dec 10:00, 1st of the month, “rent”, in 8 d 13 h",
        ),
        ("7:15 lisbon time", "Mon 23 Nov 08:15, 07:15 Lisbon, once, in 11 h 45 min"),
        (
            "7:15 gym sound dawn loud",
            "Mon 23 Nov 07:15, once, “gym”, sound dawn-chorus, volume 100, in 10 h 45 min",
        ),
        ("7:15 no snooze", "Mon 23 Nov 07:15, once, no snooze, in 10 h 45 min"),
        ("weekdays 7:15, off", "Mon 23 Nov 07:15, weekdays, off"),
        ("2020-01-01 7:15, off", "07:15, once, off"),
        ("20 min tea loud", "Timer of 20 min, “tea”, volume 100"),
        (
            "werktags 7:15 Sport laut",
            "Mo 23. Nov 07:15, werktags, “Sport”, Lautstärke 100, in 10 h 45 min",
        ),
    ],
)
def test_all_that_was_understood_is_said(line, shown):
    """The next ring, the zone, the rule, the label and what differs from a usual ring."""
    assert answer(line) == shown


def test_what_rings_as_usual_is_not_said():
    """Usual is what the settings say."""
    settings = RingSettings(volume=100)
    assert answer("7:15 loud", settings=settings) == "Mon 23 Nov 07:15, once, in 10 h 45 min"
    assert "volume 80" in answer("7:15 volume 80", settings=settings)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("morgen um 7", "Mo 23. Nov 07:00, einmal, in 10 h 30 min"),
        ("20 Minuten tea", "Timer: 20 min, “tea”"),
        ("jeden Freitag 9 gym", "Fr 27. Nov 09:00, freitags, “gym”, in 4 d 12 h"),
        (
            "weekdays 7 Sport am Fluss",
            "Mon 23 Nov 07:00, weekdays, “Sport am Fluss”, in 10 h 30 min",
        ),
        (
            "werktags 7 until 30 june",
            "Mon 23 Nov 07:00, weekdays until Wed 30 Jun 2027, in 10 h 30 min",
        ),
        ("1.3. 9 Uhr", "Mo 1. Mär 2027 09:00, einmal, in 98 d 12 h"),
        ("2020-01-01 7 Uhr, aus", "07:00, einmal, aus"),
        ("7", "Mon 23 Nov 07:00, once, in 10 h 30 min"),
    ],
)
def test_a_line_is_answered_in_its_language(line, shown):
    """The words of the label don't tell it; where no word does, it is English."""
    assert answer(line) == shown


def test_the_other_half_is_asked_about_in_the_language_of_the_line():
    """German for a German line."""
    assert answer("6 Uhr", local("2026-11-23 11:30")).endswith("in 18 h 30 min; oder 18:00?")
