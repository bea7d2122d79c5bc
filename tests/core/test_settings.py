"""Settings of the whole program."""

from datetime import timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.settings import Settings


@pytest.mark.parametrize("seconds", [0, 1.5, 10])
def test_the_closing_view_stays_up_to_ten_seconds(seconds):
    """Zero means that the window closes at once."""
    length = timedelta(seconds=seconds)
    assert Settings(closing_time=length).closing_time == length


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"closing_time": timedelta(seconds=-1)}, "closingTime"),
        ({"closing_time": timedelta(seconds=11)}, "closingTime"),
        ({"timer_presets": (1,) * 13}, "presets"),
        ({"timer_presets": (0,)}, "presets"),
        ({"timer_presets": (5941,)}, "presets"),
        ({"activity_kept": timedelta(days=6)}, "activityKept"),
        ({"activity_kept": timedelta(days=36_526)}, "activityKept"),
    ],
)
def test_impossible_settings_are_refused(values, field):
    """The error names the field that it belongs to."""
    with pytest.raises(Invalid) as caught:
        Settings(**values)
    assert caught.value.field == field


@pytest.mark.parametrize("presets", [(), (1,), (5940,), tuple(range(1, 13))])
def test_presets_may_be_few_or_twelve(presets):
    """From none to twelve, from a minute to 99 hours."""
    assert Settings(timer_presets=presets).timer_presets == presets
