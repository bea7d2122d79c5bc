"""The program is open and the computer awake, or not."""

import pytest

from alarmclock.core.certainty.checks.staying import check_open, check_sleep, may_fall_asleep
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.wakefulness import UNKNOWN_HABITS, Habits
from tests.core.signs import SLEEPY, WAKEFUL

HELD, BEFORE, NEVER = StayAwake.WHILE_ARMED, StayAwake.BEFORE_RINGS, StayAwake.NEVER


def test_a_closed_window_rings_nothing():
    """It is good to know, and no fault."""
    (reason,) = check_open()
    assert reason.grade is Grade.GOOD
    assert reason.sentence == "Alarms ring while this window is open; minimised is fine."


@pytest.mark.parametrize(
    ("habits", "stay_awake", "can_hold", "mend", "words"),
    [
        pytest.param(
            SLEEPY,
            BEFORE,
            True,
            Mend.STAY_AWAKE,
            "This computer sleeps after 20 min without use, and asleep it can't ring.",
            id="held shortly before only",
        ),
        pytest.param(SLEEPY, NEVER, True, Mend.STAY_AWAKE, "after 20 min", id="never held"),
        pytest.param(
            Habits(may_sleep=True), NEVER, True, Mend.STAY_AWAKE, "nobody uses it", id="who knows"
        ),
        pytest.param(
            SLEEPY, BEFORE, False, Mend.LOOK_AGAIN, "in its own settings", id="nobody to ask"
        ),
        pytest.param(
            SLEEPY, HELD, False, Mend.LOOK_AGAIN, "can't be kept awake", id="cannot be held"
        ),
        pytest.param(
            UNKNOWN_HABITS, HELD, False, Mend.LOOK_AGAIN, "can't be kept", id="unknown, not held"
        ),
    ],
)
def test_a_computer_that_may_sleep_is_a_warning(habits, stay_awake, can_hold, mend, words):
    """With what mends it: the program, or the person."""
    (reason,) = check_sleep(habits, stay_awake, can_hold=can_hold)
    assert (reason.grade, reason.mend) == (Grade.WARNING, mend)
    assert words in reason.sentence


@pytest.mark.parametrize(
    ("habits", "stay_awake", "can_hold", "sentence"),
    [
        pytest.param(WAKEFUL, NEVER, False, "doesn't sleep by itself", id="never sleeps"),
        pytest.param(WAKEFUL, HELD, False, "doesn't sleep by itself", id="need not be held"),
        pytest.param(SLEEPY, HELD, True, "is kept awake while an alarm is armed", id="held"),
        pytest.param(UNKNOWN_HABITS, HELD, True, "is kept awake", id="held in any case"),
        pytest.param(UNKNOWN_HABITS, BEFORE, True, "can't be seen here", id="unknown"),
    ],
)
def test_a_computer_that_stays_awake_or_is_unknown_is_good(habits, stay_awake, can_hold, sentence):
    """What can't be seen is no fault."""
    (reason,) = check_sleep(habits, stay_awake, can_hold=can_hold)
    assert (reason.grade, reason.mend) == (Grade.GOOD, None)
    assert sentence in reason.sentence


@pytest.mark.parametrize(
    ("habits", "stay_awake", "can_hold", "may"),
    [
        (SLEEPY, BEFORE, True, True),
        (SLEEPY, HELD, True, False),
        (SLEEPY, HELD, False, True),
        (WAKEFUL, NEVER, False, False),
        (UNKNOWN_HABITS, NEVER, False, False),
    ],
)
def test_sleep_over_an_alarm_is_known_or_not_assumed(habits, stay_awake, can_hold, may):
    """Only a computer that is known to sleep counts."""
    assert may_fall_asleep(habits, stay_awake, can_hold=can_hold) is may
