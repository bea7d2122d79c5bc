"""Lengths as people say them."""

from datetime import timedelta

import pytest

from alarmclock.core.timer import Timer
from tests.core.phrase.lines import read, refusal


@pytest.mark.parametrize(
    ("line", "minutes", "label"),
    [
        ("in half an hour", 30, ""),
        ("half an hour nap", 30, "nap"),
        ("in an hour and a half", 90, ""),
        ("in ten minutes tea", 10, "tea"),
        ("one hour", 60, ""),
        ("in 20 Minuten Tee", 20, "Tee"),
        ("20 min Tee", 20, "Tee"),
        ("1 Std 30 min", 90, ""),
        ("in einer Stunde", 60, ""),
        ("in einer halben Stunde Tee", 30, "Tee"),
        ("in zehn Minuten", 10, ""),
        ("in 1,5 Stunden", 90, ""),
        ("in anderthalb Stunden", 90, ""),
    ],
)
def test_a_length_is_read_as_it_is_said(line, minutes, label):
    """In English and German."""
    timer = read(line)
    assert isinstance(timer, Timer)
    assert (timer.length, timer.label) == (timedelta(minutes=minutes), label)


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("in 20 min in Lisbon", 10, "A timer has no time zone."),
        ("in 20 min until 30 june", 10, "A timer has no last date."),
        ("20 min 3 times", 7, "A timer has no number of times."),
        ("20 min, off", 8, "A timer can't be off."),
        ("in ten", 3, "“ten” is not understood as a length"),
    ],
)
def test_what_a_timer_can_not_have_is_refused(line, position, sentence):
    """A timer counts down once, from when it is started."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position
