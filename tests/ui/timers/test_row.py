"""What a card shows of a timer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.book.book import State
from alarmclock.core.ringing import Ring
from tests.ui.timers.conftest import NOW, PARIS, make_row

ONE_MINUTE = timedelta(minutes=1)
RING = Ring("tea", NOW.date(), NOW.time(), NOW, NOW)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.RUNNING, "running · rings at 22:03:48 · of 5 min"),
        (State.PAUSED, "paused · of 5 min"),
        (State.RINGING, "ringing · of 5 min"),
        (State.SNOOZED, "snoozed until 22:03:48"),
        (State.ENDED, "ended · of 5 min"),
        (State.MISSED, "missed · of 5 min"),
    ],
    ids=lambda value: value.name if isinstance(value, State) else "",
)
def test_it_says_how_the_timer_stands(state, words):
    """Each state has its words."""
    assert make_row(state=state, left=ONE_MINUTE).state_words(NOW, PARIS) == words


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        (RING.left_alone(NOW + ONE_MINUTE), "rings again 22:03:48 (nobody answered)"),
        (RING.stopped(NOW + ONE_MINUTE), "asks at 22:03:48 whether you are awake"),
        (RING.stopped(NOW).asking(NOW + ONE_MINUTE), "asks whether you are awake"),
    ],
    ids=["nobody answered", "waits to ask", "asks"],
)
def test_it_says_what_its_ring_waits_for(ring, words):
    """As the card of an alarm does."""
    row = replace(make_row(state=State.SNOOZED), ring=ring)
    assert row.state_words(NOW, PARIS) == words


def test_a_timer_that_waits_to_ask_counts_nothing_down():
    """Its next ring is not known."""
    row = replace(make_row(state=State.SNOOZED), due=None, ring=RING.stopped(NOW + ONE_MINUTE))
    assert (row.time_left(NOW), row.progress(NOW)) == (timedelta(0), 1.0)


def test_a_timer_without_a_label_says_its_length_once():
    """Its length is its name, so it does not stand behind the state again."""
    row = make_row(label="", state=State.PAUSED)
    assert (row.name, row.state_words(NOW, PARIS)) == ("5 min timer", "paused")


@pytest.mark.parametrize(
    ("state", "left", "progress"),
    [
        (State.RUNNING, timedelta(minutes=4), 0.2),
        (State.PAUSED, timedelta(minutes=1), 0.8),
        (State.RUNNING, timedelta(0), 1.0),
        (State.RUNNING, timedelta(minutes=6), 0.0),
        (State.RINGING, None, 1.0),
        (State.SNOOZED, ONE_MINUTE, 1.0),
        (State.ENDED, None, 1.0),
    ],
    ids=["running", "paused", "at its end", "clock set back", "ringing", "snoozed", "ended"],
)
def test_progress_is_the_part_that_is_over(state, left, progress):
    """The bar grows from empty to full, and never beyond."""
    assert make_row(state=state, left=left).progress(NOW) == pytest.approx(progress)


@pytest.mark.parametrize(
    ("state", "left"),
    [
        (State.RUNNING, ONE_MINUTE),
        (State.PAUSED, ONE_MINUTE),
        (State.SNOOZED, ONE_MINUTE),
        (State.RINGING, timedelta(0)),
        (State.ENDED, timedelta(0)),
    ],
    ids=["running", "paused", "snoozed", "ringing", "ended"],
)
def test_the_countdown_shows_what_is_left(state, left):
    """It counts to the end, or to the end of the snooze; what is over shows nothing left."""
    assert make_row(state=state, left=ONE_MINUTE).time_left(NOW) == left
