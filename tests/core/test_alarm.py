"""Alarms: what is a valid one, and when two have one schedule."""

from dataclasses import replace
from datetime import UTC, time

import pytest

from alarmclock.core.alarm import LONGEST_LABEL, Alarm, new_id
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import WORKDAYS, Weekdays
from tests.core.builders import BERLIN, SUNDAY_EVENING, make_alarm


def test_ids_differ():
    """Two alarms never share an identity."""
    assert Alarm(time(7)).id != Alarm(time(7)).id
    assert new_id() != new_id()


def test_the_longest_label_is_accepted():
    """The limit itself is allowed."""
    label = "x" * LONGEST_LABEL
    assert make_alarm(label=label).label == label


@pytest.mark.parametrize(
    "label", ["👨‍👩‍👧 school", "10 €", "Käse – Brot", "мама", "صباح"], ids=["family"] + 4 * [None]
)
def test_labels_in_any_script_are_accepted(label):
    """An emoji that is joined of several is no control character."""
    assert make_alarm(label=label).label == label


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("x" * (LONGEST_LABEL + 1), "this one has 201"),
        ("x" * 10_000, "this one has 10,000"),
        ("two\nlines", "one line of text"),
        ("bell \a", "control characters"),
        ("\ud800", "control characters"),
    ],
)
def test_labels_that_no_row_could_show_are_refused(label, sentence):
    """Each gets its own sentence, for the field of the label."""
    with pytest.raises(Invalid, match=sentence) as caught:
        make_alarm(label=label)
    assert caught.value.field == "label"


@pytest.mark.parametrize("wall", [time(7, 0, 0, 1), time(7, tzinfo=UTC)])
def test_times_are_whole_seconds_without_a_zone(wall):
    """The zone belongs to the alarm, not to its time."""
    with pytest.raises(Invalid, match="hours, minutes and seconds"):
        Alarm(wall)


def test_the_arming_is_an_instant_in_utc():
    """A local time is refused: its arithmetic is wrong over a change of clocks."""
    with pytest.raises(ValueError, match="not in UTC"):
        make_alarm(armed_at=SUNDAY_EVENING.astimezone(BERLIN))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"label": "gym"}, True),
        ({"ring": RingSettings(volume=1)}, True),
        ({"armed_at": None}, True),
        ({"time": time(8)}, False),
        ({"time": time(7, 0, 1)}, False),
        ({"rule": Weekdays(WORKDAYS)}, False),
        ({"zone": "Asia/Tokyo"}, False),
    ],
)
def test_same_schedule(change, same):
    """Time, rule and zone make the schedule; how it rings does not."""
    assert make_alarm().same_schedule(replace(make_alarm(), **change)) is same
