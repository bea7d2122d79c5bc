"""What is answered while a line is typed."""

import pytest

from alarmclock.core.ring_settings import RingSettings
from tests.core.phrase.lines import answer


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
            "Mon 23 Nov 07:15, weekdays, “Sport”, volume 100, in 10 h 45 min",
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
