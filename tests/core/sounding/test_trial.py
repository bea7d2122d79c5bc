"""Trying a ring proves that it is heard, or says why it is not."""

from datetime import timedelta

import pytest

from alarmclock.core.certainty.verdict import Grade
from alarmclock.core.player import NO_DEVICE, QUIET, SOUNDING, TRIAL, SilentPlayer, Sounding
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.sounding.trial import Trial
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.notifier import PaperNotifier
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from tests.core.builders import Desk, make_alarm

SECOND = timedelta(seconds=1)
SPEAKERS = Output("Speakers", is_muted=False, volume=60)


class Scene:
    """A trial on paper."""

    def __init__(self):
        self.clock = Desk().clock
        self.player, self.outlet = SilentPlayer(), FixedOutlet(SPEAKERS)
        self.notifier = PaperNotifier()
        self.attended, self.shown, self.results = [], [], []
        self.trial = Trial(
            self.clock,
            self.player,
            Machine(self.outlet, self.notifier),
            self._attend,
            self.shown.append,
            self.results.append,
        )

    def _attend(self, *, is_running):
        self.attended.append(is_running)

    def sound(self, peak):
        """Let the sound come out with a peak."""
        self.player.status, self.player.level, self.outlet.peak = SOUNDING, 0.5, peak

    def pass_by(self, seconds):
        """Let seconds pass, each with its look."""
        for _ in range(seconds):
            self.clock.advance(SECOND)
            self.trial.look()


@pytest.fixture
def scene():
    """Give a trial that has not begun."""
    return Scene()


def test_it_rings_by_sound_window_and_notification(scene):
    """As the alarm will, but for a rise of at most five seconds."""
    alarm = make_alarm(label="Gym", ring=RingSettings(sound="tide", volume=70, rise=60 * SECOND))
    scene.trial.begin(alarm)
    assert scene.player.sounding == {TRIAL: Sounding("tide", 70, 5 * SECOND)}
    assert [notice.title for notice in scene.notifier.shown.values()] == ["Trial: Gym"]
    ((shown, ring),) = scene.shown
    assert (shown.label, shown.id, ring.due) == ("Gym", TRIAL, scene.clock.now())
    assert scene.attended == [True]


def test_after_ten_seconds_it_tells_what_was_proved(scene):
    """The highest peak, and where it came out."""
    scene.trial.begin(make_alarm())
    for peak in (0.02, 0.41, 0.3):
        scene.sound(peak)
        scene.pass_by(2)
    assert scene.trial.left == 4 * SECOND
    scene.pass_by(4)
    ((result,)) = scene.results
    assert (result.grade, result.sentence) == (Grade.GOOD, "Heard: peak 0.41 on Speakers.")
    assert not scene.trial.is_running
    assert (scene.player.sounding, scene.notifier.shown) == ({}, {})
    assert scene.shown[-1] is None
    assert scene.attended == [True, False]


@pytest.mark.parametrize(
    ("output", "status", "peak", "grade", "sentence"),
    [
        pytest.param(
            SPEAKERS,
            SOUNDING,
            None,
            Grade.GOOD,
            "Played on Speakers; what comes out can't be measured here.",
            id="not measured",
        ),
        pytest.param(
            SPEAKERS,
            NO_DEVICE,
            None,
            Grade.BAD,
            f"Not heard. {NO_DEVICE.sentence}",
            id="no device",
        ),
        pytest.param(
            Output("Speakers", is_muted=True, volume=60),
            SOUNDING,
            0.0,
            Grade.BAD,
            "Not heard. “Speakers” is muted, so that nobody can hear this.",
            id="muted",
        ),
        pytest.param(
            Output("Speakers", is_muted=False, volume=9),
            SOUNDING,
            0.01,
            Grade.WARNING,
            "Heard: peak 0.01 on Speakers. “Speakers” is turned down to 9 %.",
            id="low",
        ),
        pytest.param(
            SPEAKERS,
            SOUNDING,
            0.01,
            Grade.WARNING,
            "Heard, but softly: peak 0.01 on Speakers.",
            id="soft",
        ),
        pytest.param(
            SPEAKERS,
            SOUNDING,
            0.0,
            Grade.BAD,
            "Not heard. What is played does not come out of Speakers.",
            id="lost",
        ),
        pytest.param(
            SPEAKERS,
            QUIET,
            None,
            Grade.BAD,
            "Not heard. It can't be told whether it was.",
            id="unknown",
        ),
    ],
)
def test_each_outcome_has_its_sentence(scene, output, status, peak, grade, sentence):
    """Good or bad, and why."""
    scene.trial.begin(make_alarm())
    scene.sound(peak)
    scene.outlet.change(output)
    scene.player.status = status
    scene.pass_by(10)
    assert (scene.results[0].grade, scene.results[0].sentence) == (grade, sentence)


def test_stopped_early_it_tells_what_was_proved_until_then(scene):
    """Or nothing, when nothing was."""
    scene.trial.begin(make_alarm())
    scene.trial.stop()
    scene.trial.begin(make_alarm())
    scene.sound(0.3)
    scene.pass_by(1)
    scene.trial.stop()
    scene.trial.stop()
    none, result = scene.results
    assert none is None
    assert result.sentence == "Heard: peak 0.30 on Speakers."
    assert scene.player.sounding == {}
