"""A ring that can't be heard says so."""

from datetime import UTC, datetime, timedelta

import pytest

from alarmclock.core.answering import Answering
from alarmclock.core.book import AlarmBook
from alarmclock.core.goal import Aim, Goal
from alarmclock.core.player import NO_DEVICE, QUIET, SilentPlayer
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.desktop.ringer import Ringer
from alarmclock.desktop.silence import SilenceWatch
from tests.core.builders import MemoryJournal, make_alarm

NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)


class Scene:
    """A book with an alarm that can be made to ring, heard or not."""

    def __init__(self):
        self.clock = FakeClock(NOW)
        self.book = AlarmBook(self.clock, MemoryJournal())
        self.alarm = make_alarm(hour=22, label="Gym", armed_at=NOW)
        self.book.load([self.alarm], [])
        self.player = SilentPlayer()
        self.events, self.shown = [], []
        self.answering = Answering(self.book, lambda _event: None)
        Ringer(self.book, self.player).start()
        self.watch = SilenceWatch(
            self.book,
            self.player,
            self.events.append,
            self.shown.append,
            self.answering.note_heard,
        )

    def ring(self):
        """Let the alarm come due."""
        self.clock.advance(timedelta(hours=1))
        goal = self.book.goal(self.alarm.id)
        assert isinstance(goal, Goal)
        assert goal.aim is Aim.RING
        self.answering.reach(goal)


@pytest.fixture
def scene():
    """Give an armed alarm an hour before its due."""
    return Scene()


def test_what_rings_is_heard_until_it_is_dismissed(scene):
    """The sound follows the book."""
    scene.ring()
    assert set(scene.player.sounding) == {scene.alarm.id}
    scene.answering.dismiss(scene.alarm.id)
    assert not scene.player.sounding


def test_a_ring_that_is_heard_says_nothing(scene):
    """Nothing is shown and nothing goes into the activity."""
    scene.ring()
    scene.watch.look()
    assert scene.events == []
    assert scene.shown == [""]


def test_a_ring_without_a_device_says_so_once(scene):
    """The window says it as long as it is so, the activity once a ring."""
    scene.ring()
    scene.player.status = NO_DEVICE
    scene.watch.look()
    scene.watch.look()
    assert [event.reason for event in scene.events] == [NO_DEVICE.sentence]
    assert scene.shown == [NO_DEVICE.sentence] * 2
    scene.player.status = QUIET
    scene.watch.look()
    assert scene.shown[-1] == ""


def test_a_ring_with_another_sound_than_chosen_says_why(scene):
    """A sound file that is gone is replaced, and people are told."""
    scene.player.unplayable.add(scene.alarm.ring.sound)
    scene.ring()
    scene.watch.look()
    assert scene.shown == ["This sound can't be played."]
    assert scene.events[0].label == "Gym"
