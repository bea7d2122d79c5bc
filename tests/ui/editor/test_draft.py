from datetime import UTC, date, datetime, time, timedelta

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, Once, OnDate, Weekdays
from alarmclock.ui.editor.draft import armed, first_day, new_alarm, next_rings
from tests.ui.editor.builders import NOW, PARIS, make_alarm

YESTERDAY = NOW - timedelta(days=1)


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        (time(7, 0), time(8)),
        (time(9, 20), time(10)),
        (time(19, 59), time(20)),
        (time(20, 0), time(7)),
        (time(23, 30), time(7)),
        (time(3, 0), time(7)),
    ],
    ids=str,
)
def test_a_new_alarm_has_a_likely_time(local, expected):
    """By day it is the next full hour; in the evening people think of the morning."""
    now = datetime.combine(date(2026, 11, 22), local, tzinfo=PARIS).astimezone(UTC)
    assert new_alarm(RingSettings(), now, PARIS).time == expected


def test_a_new_alarm_rings_once_as_the_settings_say():
    """A new alarm is off, for once, and takes the settings."""
    settings = RingSettings(volume=35)
    made = new_alarm(settings, NOW, PARIS)
    assert (made.rule, made.ring, made.armed_at, made.zone) == (Once(), settings, None, None)


def test_it_says_when_it_rings():
    """The sentence has the day and how long it is until then."""
    said = next_rings(make_alarm(), NOW, PARIS, was_off=False)
    assert said == "rings tomorrow, Mon 23 Nov, in 9 h 12 min"


def test_an_alarm_that_was_off_will_be_on():
    """People read that saving turns an alarm on."""
    said = next_rings(make_alarm(), NOW, PARIS, was_off=True)
    assert said == "rings tomorrow, Mon 23 Nov, in 9 h 12 min; Save turns it on"


def test_a_pinned_alarm_says_the_time_here():
    """For an alarm of another zone people also read when that is for them."""
    said = next_rings(make_alarm(zone="Europe/Lisbon"), NOW, PARIS, was_off=False)
    assert said == "rings tomorrow, Mon 23 Nov, in 10 h 12 min (08:15 here)"


def test_a_date_that_is_over_is_refused():
    """An alarm that would never ring says so."""
    with pytest.raises(Invalid, match=r"^This date and time are over\. Choose a later one\.$"):
        next_rings(make_alarm(rule=OnDate(date(2026, 11, 22))), NOW, PARIS, was_off=False)


def test_unchanged_times_count_on():
    """Another label must not forget a ring that is due already."""
    before = make_alarm(armed_at=YESTERDAY)
    after = make_alarm(armed_at=YESTERDAY, label="Gym")
    assert armed(before, after, NOW).armed_at == YESTERDAY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (make_alarm(armed_at=YESTERDAY), make_alarm(hour=8, armed_at=YESTERDAY)),
        (make_alarm(armed_at=None), make_alarm(armed_at=None)),
    ],
    ids=["another time", "was off"],
)
def test_new_times_count_from_now(before, after):
    """A changed alarm, and one that was off, is armed now."""
    assert armed(before, after, NOW).armed_at == NOW


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        (time(22, 4), date(2026, 11, 22)),
        (time(22, 3), date(2026, 11, 23)),
        (time(7, 0), date(2026, 11, 23)),
        (None, date(2026, 11, 22)),
    ],
    ids=["to come", "this minute", "over", "unknown"],
)
def test_the_first_day_is_the_one_on_which_the_time_is_to_come(wall, expected):
    """In the evening, a rule begins tomorrow morning."""
    assert first_day(wall, NOW, PARIS) == expected


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pause": Pause()}, "paused until it is resumed"),
        (
            {"skipped": frozenset({date(2026, 11, 23)}), "limits": Limits(last=date(2026, 11, 23))},
            "every ring that is left is skipped",
        ),
        ({"pause": Pause(date(2026, 12, 1))}, "rings on Tue 1 Dec, in 8 d 9 h"),
    ],
    ids=["paused", "skipped", "paused until a date"],
)
def test_what_is_silent_for_now_can_be_saved(more, said):
    """A person chose that, and reads it."""
    alarm = make_alarm(rule=Weekdays(EVERY_DAY), **more)
    assert next_rings(alarm, NOW, PARIS, was_off=False) == said
