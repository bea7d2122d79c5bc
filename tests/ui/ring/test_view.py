"""What the ring window says of one ring."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer
from alarmclock.ui.ring.view import RingView, ring_views
from tests.core.builders import BERLIN, Desk, make_alarm, make_ring

NOW = make_ring().rang_at + timedelta(seconds=4)


def view(alarm=None, **ring):
    """Show a ring that began four seconds ago."""
    alarm = alarm or make_alarm(label="Gym")
    return RingView(alarm, replace(make_ring(), **ring), None)


def test_it_says_how_long_it_rings():
    """And nothing else when there is nothing else."""
    assert view().detail(NOW, BERLIN) == "ringing for 4 s"


def test_it_says_that_it_began_late():
    """Who reads 07:00 at 07:12 sees why; after a snooze that is long over."""
    due = NOW - timedelta(minutes=12, seconds=4)
    assert view(due=due).detail(NOW, BERLIN) == "12 min late · ringing for 4 s"
    assert "late" not in view(due=due, snoozes=1).detail(NOW, BERLIN)
    assert "43 s late" in view(due=NOW - timedelta(seconds=47)).detail(NOW, BERLIN)
    assert "late" not in view(due=NOW - timedelta(seconds=8)).detail(NOW, BERLIN)


@pytest.mark.parametrize(("snoozes", "words"), [(1, "snoozed once"), (2, "snoozed 2 times")])
def test_it_says_how_often_it_was_snoozed(snoozes, words):
    """So that nobody wonders why no snooze is left."""
    assert words in view(snoozes=snoozes).detail(NOW, BERLIN)


def test_it_says_how_often_it_came_in_vain():
    """Whoever comes late sees that it is not the first time."""
    shown = view(unanswered=1).detail(NOW, BERLIN)
    assert shown == "ringing for 4 s · rings for the 2nd time"


def test_it_says_when_it_rings_next():
    """A repeating alarm is not over."""
    shown = replace(view(), next_due=NOW + timedelta(days=1, seconds=-4))
    assert shown.detail(NOW, BERLIN).endswith(" · next tomorrow 07:00")


@pytest.mark.parametrize(
    ("limit", "snoozes", "words"),
    [
        (3, 0, "Snooze 5 min"),
        (3, 3, "No snooze left"),
        (None, 99, "Snooze 5 min"),
        (0, 0, "No snooze left"),
    ],
)
def test_the_snooze_button_knows_the_limit(limit, snoozes, words):
    """What can't be done is not offered."""
    alarm = make_alarm(label="Gym")
    alarm = replace(alarm, ring=replace(alarm.ring, snooze_limit=limit))
    shown = view(alarm, snoozes=snoozes)
    assert shown.snooze_words == words
    assert shown.can_snooze is (words != "No snooze left")


def test_a_timer_without_a_label_is_named_by_its_length():
    """Something must stand there."""
    assert view(Timer(timedelta(minutes=5))).name == "5 min timer"


def test_everything_that_rings_is_shown():
    """Read from the book, the earliest due first."""
    assert ring_views(Desk().book) == []


def test_a_trial_says_only_how_long_it_is_tried():
    """It has no next ring and can't be snoozed."""
    shown = replace(view(), is_trial=True, next_due=NOW)
    assert shown.detail(NOW, BERLIN) == "Trial for 4 s"
    assert not shown.can_snooze
    assert shown.snooze_hint == "A trial can't be snoozed"


def test_what_asks_is_shown_after_what_sounds():
    """With the time that is left to answer."""
    desk = Desk(
        make_alarm(item_id="asks", ring=RingSettings(awake_after=timedelta(minutes=5))),
        make_alarm(7, 5, item_id="sounds"),
    )
    desk.at("2026-11-23 07:00").bring("asks")
    desk.answering.dismiss("asks")
    assert ring_views(desk.book) == []
    desk.at("2026-11-23 07:05").bring("sounds")
    desk.bring("asks")
    sounding, asking = ring_views(desk.book)
    assert (sounding.item.id, sounding.is_asking) == ("sounds", False)
    assert (asking.item.id, asking.is_asking) == ("asks", True)
    assert asking.asking_detail(desk.clock.now()) == "rings again in 1 min unless you answer"
