"""How an alarm rings: the limits of each choice."""

from datetime import timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from tests.core.builders import HOUR, MINUTE

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"sound": ""}, "sound"),
        ({"volume": 0}, "volume"),
        ({"volume": 101}, "volume"),
        ({"rise": -SECOND}, "ramp"),
        ({"rise": 121 * SECOND}, "ramp"),
        ({"snooze_length": 59 * SECOND}, "snoozeLength"),
        ({"snooze_length": 12 * HOUR + SECOND}, "snoozeLength"),
        ({"snooze_limit": -1}, "snoozeLimit"),
        ({"snooze_limit": 100}, "snoozeLimit"),
        ({"ring_length": 4 * SECOND}, "ringLength"),
        ({"ring_length": 12 * HOUR + SECOND}, "ringLength"),
        ({"late_limit": -SECOND}, "lateLimit"),
    ],
)
def test_impossible_choices_are_refused(values, field):
    """The error names the field of the editor that it belongs to."""
    with pytest.raises(Invalid) as caught:
        RingSettings(**values)
    assert caught.value.field == field


@pytest.mark.parametrize(
    "values",
    [
        {"volume": 1, "rise": timedelta(0), "snooze_length": MINUTE, "snooze_limit": 0},
        {"volume": 100, "rise": 120 * SECOND, "snooze_length": 12 * HOUR, "snooze_limit": 99},
        {"snooze_limit": None, "late_limit": None},
        {"ring_length": 5 * SECOND, "late_limit": timedelta(0)},
        {"ring_length": 12 * HOUR},
    ],
)
def test_the_limits_themselves_are_possible(values):
    """Every limit that a sentence names can be chosen."""
    settings = RingSettings(**values)
    assert {name: getattr(settings, name) for name in values} == values
