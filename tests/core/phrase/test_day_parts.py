"""Parts of the day, and what an hour means in each."""

from datetime import time

import pytest

from alarmclock.core.phrase.day_parts import DayPart
from tests.core.phrase.lines import refusal


@pytest.mark.parametrize("part", DayPart)
@pytest.mark.parametrize("hour", range(1, 13))
def test_an_hour_never_means_two_times_in_one_part(part, hour):
    """No part is longer than half a day."""
    halves = {time(hour % 12), time(hour % 12 + 12)}
    found = {wall for wall in halves if part.has(wall)}
    assert len(found) <= 1
    assert part.time_in(time(hour % 12), either=True) == next(iter(found), None)


@pytest.mark.parametrize("part", DayPart)
@pytest.mark.parametrize("hour", range(24))
def test_a_time_that_is_sure_stays_as_it_is(part, hour):
    """Or it is not in that part."""
    assert part.time_in(time(hour), either=False) == (time(hour) if part.has(time(hour)) else None)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("tomorrow morning 14:00", "A morning lasts from 1:00 to 11:59."),
        ("tomorrow evening 7am", "An evening lasts from 16:00 to 23:59."),
        ("tonight noon", "A night lasts from 18:00 to 5:59."),
        ("12 in the morning", "A morning lasts from 1:00 to 11:59."),
    ],
)
def test_a_time_outside_of_its_part_is_refused(line, sentence):
    """With when that part is."""
    assert str(refusal(line)) == sentence
