"""A ring is proved to be heard, or it says why not and makes a noise by other means."""

from datetime import UTC, datetime, timedelta

import pytest

from alarmclock.core.activity.events import Failed, Heard
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.player import NO_DEVICE, QUIET, SOUNDING, STARTING, SilentPlayer
from alarmclock.core.ringing import Cause
from alarmclock.core.sounding.hearing import Hearing
from alarmclock.core.surroundings.last_resort import PaperResort
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.desktop.ringer import Ringer
from tests.core.builders import MemoryJournal, make_alarm

NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SPEAKERS = Output("Speakers", is_muted=False, volume=60)


class Screen:
    """What people see."""

    def __init__(self):
        self.problem, self.volume, self.flashes = "", ("", ""), False

    def show_sound_problem(self, sentence):
        """Show why nothing is heard."""
        self.problem = sentence

    def show_volume_problem(self, sentence, button):
        """Show that it is too quiet."""
        self.volume = (sentence, button)

    def flash(self, *, on):
        """Flash."""
        self.flashes = on


class Scene:
    """A book with an alarm that can be made to ring, heard or not."""

    def __init__(self):
        self.clock = FakeClock(NOW)
        self.book = AlarmBook(self.clock, MemoryJournal())
        self.alarm = make_alarm(hour=22, label="Gym", armed_at=NOW)
        self.book.load([self.alarm], [])
        self.player, self.outlet = SilentPlayer(), FixedOutlet(SPEAKERS)
        self.resort, self.screen = PaperResort(), Screen()
        self.events = []
        self.answering = Answering(self.book, lambda _event: None)
        Ringer(self.book, self.player).start()
        self.hearing = Hearing(
            self.book,
            self.player,
            self.outlet,
            self.resort,
            self.events.append,
            self.answering.note_heard,
            self.screen,
        )

    def ring(self):
        """Let the alarm come due."""
        self.clock.advance(timedelta(hours=1))
        self.answering.reach(self.book.goal(self.alarm.id))

    def pass_by(self, seconds):
        """Let seconds pass, each with its look."""
        for _ in range(seconds):
            self.hearing.look()
            self.clock.advance(SECOND)
        self.hearing.look()

    def of_kind(self, kind):
        """Give the events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]

    def sound(self, level=0.5, peak=None):
        """Let the player play, and so much come out."""
        self.player.status, self.player.level, self.outlet.peak = SOUNDING, level, peak


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


def test_a_ring_of_which_nothing_is_known_says_nothing(scene):
    """Nothing is shown and nothing goes into the activity."""
    scene.ring()
    scene.pass_by(10)
    assert scene.events == []
    assert (scene.screen.problem, scene.screen.volume, scene.screen.flashes) == (
        "",
        ("", ""),
        False,
    )


def test_a_clear_peak_proves_a_ring_once(scene):
    """With its height and the device."""
    scene.ring()
    scene.sound(peak=0.41)
    scene.pass_by(10)
    (heard,) = scene.of_kind(Heard)
    assert (heard.label, heard.device, heard.peak) == ("Gym", "Speakers", 0.41)


def test_a_rise_is_proved_when_it_is_clearly_heard(scene):
    """It begins softly; the beginning would prove little."""
    scene.ring()
    for peak in (0.001, 0.004, 0.02, 0.05):
        scene.sound(peak=peak)
        scene.pass_by(1)
    assert scene.of_kind(Heard) == []
    scene.sound(peak=0.12)
    scene.pass_by(1)
    (heard,) = scene.of_kind(Heard)
    assert heard.peak == 0.12


def test_a_soft_ring_is_proved_by_the_highest_peak_of_its_rise(scene):
    """Some seconds after it has risen."""
    scene.ring()
    scene.sound(peak=0.06)
    scene.pass_by(2)
    scene.sound(peak=0.03)
    scene.pass_by(29)
    assert scene.of_kind(Heard) == []
    scene.pass_by(3)
    (heard,) = scene.of_kind(Heard)
    assert heard.peak == 0.06


def test_a_ring_that_is_stopped_early_is_proved_by_what_was_heard(scene):
    """Every ring has its line, and its end comes after it."""
    scene.ring()
    scene.sound(peak=0.02)
    scene.pass_by(1)
    scene.answering.dismiss(scene.alarm.id)
    scene.hearing.follow()
    (heard,) = scene.of_kind(Heard)
    assert (heard.peak, heard.device) == (0.02, "Speakers")


def test_what_cannot_be_measured_is_told_as_played(scene):
    """After three seconds in which the device asked for more."""
    scene.ring()
    scene.sound(peak=None)
    scene.pass_by(2)
    assert scene.of_kind(Heard) == []
    scene.pass_by(2)
    (heard,) = scene.of_kind(Heard)
    assert heard.peak is None


def test_a_ring_after_a_snooze_is_proved_anew(scene):
    """Each time that it sounds."""
    scene.ring()
    scene.sound(peak=0.5)
    scene.pass_by(1)
    scene.answering.snooze(scene.alarm.id)
    scene.hearing.look()
    scene.clock.advance(scene.alarm.ring.snooze_length)
    scene.answering.reach(scene.book.goal(scene.alarm.id))
    scene.pass_by(1)
    assert len(scene.of_kind(Heard)) == 2


def test_without_a_device_it_is_shown_at_once_and_given_up_after_five_seconds(scene):
    """The last resort makes a noise, the screen flashes, and the activity says why. Once."""
    scene.ring()
    scene.player.status = NO_DEVICE
    scene.hearing.look()
    assert scene.screen.problem == NO_DEVICE.sentence
    scene.pass_by(4)
    assert (scene.resort.volume, scene.screen.flashes, scene.events) == (None, False, [])
    scene.pass_by(10)
    assert (scene.resort.volume, scene.screen.flashes) == (80, True)
    (failed,) = scene.of_kind(Failed)
    assert failed.reason.startswith("It could not be heard. No sound device was found")
    assert failed.reason.endswith("It also tries the beep.")


def test_a_device_that_comes_ends_the_last_resort(scene):
    """One noise is enough."""
    scene.ring()
    scene.player.status = NO_DEVICE
    scene.pass_by(6)
    scene.sound(peak=0.3)
    scene.hearing.look()
    assert (scene.resort.volume, scene.screen.flashes, scene.screen.problem) == (None, False, "")


def test_what_is_heard_after_all_is_told_after_the_failure(scene):
    """The last word on a ring is what is true of it, also where it was heard before."""
    scene.ring()
    scene.sound(peak=0.3)
    scene.pass_by(1)
    scene.player.status = NO_DEVICE
    scene.pass_by(6)
    scene.sound(peak=0.5)
    scene.pass_by(10)
    assert [type(event) for event in scene.events] == [Heard, Failed, Heard]
    assert scene.events[-1].peak == 0.5


def test_stop_ends_the_last_resort(scene):
    """Silence means silence."""
    scene.ring()
    scene.player.status = NO_DEVICE
    scene.pass_by(6)
    scene.answering.dismiss(scene.alarm.id)
    scene.hearing.look()
    assert (scene.resort.volume, scene.screen.flashes, scene.screen.problem) == (None, False, "")


def test_what_does_not_come_out_goes_elsewhere(scene):
    """The device asks for sound, and its speakers give none."""
    scene.ring()
    scene.sound(level=0.5, peak=0.0)
    scene.hearing.look()
    assert (scene.player.moves, scene.screen.problem) == (0, "")
    scene.pass_by(1)
    assert scene.player.moves == 1
    assert "does not come out of Speakers" in scene.screen.problem
    scene.pass_by(4)
    assert scene.player.moves == 3
    assert scene.screen.flashes


@pytest.mark.parametrize(
    ("level", "output"),
    [
        pytest.param(0.0, SPEAKERS, id="a quiet passage"),
        pytest.param(0.002, Output("Speakers", is_muted=False, volume=5), id="turned far down"),
    ],
)
def test_silence_that_is_meant_is_no_failure(scene, level, output):
    """Nothing went in, so nothing need come out."""
    scene.ring()
    scene.outlet.change(output)
    scene.sound(level=level, peak=0.0)
    scene.pass_by(10)
    assert (scene.player.moves, scene.screen.flashes, scene.events) == (0, False, [])


@pytest.mark.parametrize(
    ("output", "sentence", "button"),
    [
        pytest.param(
            Output("Speakers", is_muted=True, volume=60),
            "“Speakers” is muted, so that nobody can hear this.",
            "Unmute",
            id="muted",
        ),
        pytest.param(
            Output(None, is_muted=False, volume=0),
            "The sound of this computer is turned down to nothing, so that nobody can hear this.",
            "Turn up",
            id="nothing",
        ),
        pytest.param(
            Output("Speakers", is_muted=False, volume=12),
            "“Speakers” is turned down to 12 %.",
            "Turn up",
            id="low",
        ),
        pytest.param(SPEAKERS, "", "", id="well"),
    ],
)
def test_the_volume_is_told_with_what_mends_it(scene, output, sentence, button):
    """While it rings, in its window."""
    scene.ring()
    scene.outlet.change(output)
    scene.sound(peak=0.2)
    scene.pass_by(1)
    assert scene.screen.volume == (sentence, button)


def test_what_was_muted_all_the_time_is_missed_for_that(scene):
    """Nobody could hear it."""
    scene.ring()
    scene.outlet.change(Output("Speakers", is_muted=True, volume=60))
    scene.sound(peak=0.0)
    scene.pass_by(600)
    scene.answering.reach(scene.book.goal(scene.alarm.id))
    ((_, ring),) = scene.book.missed()
    assert ring.cause is Cause.NOT_HEARD


def test_a_sound_that_never_begins_is_given_up_too(scene):
    """A sound server that hangs is no excuse."""
    scene.ring()
    scene.player.status = STARTING
    scene.hearing.look()
    assert scene.screen.problem == ""
    scene.pass_by(6)
    assert scene.screen.flashes
    assert scene.screen.problem


def test_a_ring_with_another_sound_than_chosen_says_why(scene):
    """A sound file that is gone is replaced, and people are told."""
    scene.player.unplayable.add(scene.alarm.ring.sound)
    scene.ring()
    scene.player.status = QUIET
    scene.pass_by(2)
    assert scene.screen.problem == "This sound can't be played."
    assert [event.label for event in scene.of_kind(Failed)] == ["Gym"]
