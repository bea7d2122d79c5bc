"""What became of a ring, in words."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from alarmclock.core.activity.ring_words import end_wait_words, ring_words
from alarmclock.core.ringing import By, Cause, Ending, Ring
from tests.core.builders import BERLIN, MINUTE, local

DUE = local("2026-11-23 07:15")
NOW = local("2026-11-23 12:00")
BEGUN = Ring("a", date(2026, 11, 23), time(7, 15), DUE, rang_at=DUE, started_at=DUE)


@pytest.mark.parametrize(
    ("ring", "headline", "detail"),
    [
        pytest.param(BEGUN, "rings", "Gym · due 07:15 · on time", id="rings"),
        pytest.param(
            replace(BEGUN, started_at=DUE + 3 * MINUTE).snoozed(NOW),
            "snoozed",
            "Gym · due 07:15 · 3 min late · snoozed 1 time · snoozed until 12:00",
            id="snoozed",
        ),
        pytest.param(
            replace(BEGUN, snoozes=2).ended(DUE + 20 * MINUTE, Ending.DISMISSED),
            "stopped",
            "Gym · due 07:15 · on time · snoozed 2 times · a person stopped it after 20 min",
            id="stopped",
        ),
        pytest.param(
            replace(BEGUN, started_at=None).ended(NOW, Ending.MISSED, Cause.ASLEEP),
            "missed",
            "Gym · due 07:15 · never began to sound · the computer was asleep",
            id="missed",
        ),
        pytest.param(
            BEGUN.left_alone(NOW),
            "no answer",
            "Gym · due 07:15 · on time · rings again 12:00 (nobody answered)",
            id="waits to come again",
        ),
        pytest.param(
            BEGUN.left_alone(DUE).again(DUE).left_alone(NOW).again(NOW),
            "rings",
            "Gym · due 07:15 · on time · rings for the 3rd time",
            id="rings anew",
        ),
        pytest.param(
            BEGUN.left_alone(DUE)
            .again(DUE)
            .ended(NOW, Ending.MISSED, Cause.UNANSWERED, by=By.TIME),
            "missed",
            "Gym · due 07:15 · on time · rang 2 times, nobody answered",
            id="nobody answered",
        ),
        pytest.param(
            BEGUN.left_alone(DUE).ended(NOW, Ending.MISSED, Cause.ASLEEP, by=By.LATE_LIMIT),
            "missed",
            "Gym · due 07:15 · on time · the computer was asleep",
            id="asleep when it had to come again",
        ),
        pytest.param(
            BEGUN.stopped(NOW),
            "stopped",
            "Gym · due 07:15 · on time · asks at 12:00 whether you are awake",
            id="waits to ask",
        ),
        pytest.param(
            BEGUN.stopped(DUE).asking(NOW),
            "stopped",
            "Gym · due 07:15 · on time · asks whether you are awake",
            id="asks",
        ),
        pytest.param(
            BEGUN.ended(DUE + MINUTE, Ending.CANCELLED, by=By.CHANGE),
            "ended",
            "Gym · due 07:15 · on time · the alarm was changed after 1 min",
            id="ended",
        ),
    ],
)
def test_ring_words(ring, headline, detail):
    """Due, start, snoozes, end and by what."""
    words = ring_words("Gym", ring, NOW, BERLIN)
    assert (words.headline, words.detail) == (headline, detail)


def test_a_ring_without_a_label_is_named_by_its_time():
    """And one of yesterday by its day."""
    words = ring_words("", BEGUN, NOW + timedelta(days=1), BERLIN)
    assert words.detail == "Alarm 07:15 · due yesterday 07:15 · on time"


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        (BEGUN.snoozed(NOW), "End the snooze"),
        (BEGUN.left_alone(NOW), "Don't ring again"),
        (BEGUN.stopped(NOW), "I'm awake"),
        (BEGUN.stopped(NOW).asking(NOW), "I'm awake"),
    ],
    ids=["snoozed", "nobody answered", "waits to ask", "asks"],
)
def test_what_it_means_to_end_a_wait(ring, words):
    """The menu says what is ended."""
    assert end_wait_words(ring) == words
