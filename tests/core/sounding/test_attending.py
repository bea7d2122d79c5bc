"""What is arranged around a ring, and put back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.book.preferences import Preferences
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings, StayAwake
from alarmclock.core.sounding.attending import Attendant
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import PaperWakefulness
from tests.core.builders import Desk, make_alarm

MUTED = Output("Speakers", is_muted=True, volume=20)


class Scene:
    """An alarm for 07:00 tomorrow, and a computer on paper that plays songs."""

    def __init__(self):
        self.desk = Desk(make_alarm(7, label="Gym"), make_alarm(7, label="Tea", item_id="tea"))
        self.media, self.outlet = PaperPlayers(["Songs"]), FixedOutlet(MUTED)
        self.wakefulness = PaperWakefulness()
        self.upcoming = None
        machine = Machine(self.outlet, media=self.media, wakefulness=self.wakefulness)
        self.preferences = Preferences(Settings(), lambda _settings: None)
        self.attendant = Attendant(
            self.desk.book, machine, self.preferences, self._next, self.desk.events.append
        )

    def start(self, **choices):
        """Begin with these settings."""
        self.choose(**choices)
        self.attendant.start()
        return self

    def choose(self, **choices):
        """Choose other settings."""
        self.preferences.change(replace(self.preferences.settings, **choices))

    def ring(self, item_id="alarm"):
        """Let it come due."""
        self.desk.at("2026-11-23 07:00").bring(item_id)

    def said(self):
        """Read what was arranged."""
        return [event.what for event in self.desk.events if hasattr(event, "what")]

    def _next(self):
        if self.upcoming is not None:
            return self.upcoming
        due = self.desk.book.due("alarm")
        return ("Gym", due) if due and not self.desk.book.ringing() else None


@pytest.fixture
def scene():
    """Give the scene, not yet begun."""
    return Scene()


def test_other_players_pause_for_the_ring(scene):
    """And play on after it."""
    scene.start().ring()
    assert (scene.media.playing, scene.media.paused) == ([], ["Songs"])
    assert scene.said() == ["Paused Songs."]
    scene.desk.answering.dismiss("alarm")
    assert scene.media.playing == ["Songs"]


def test_they_stay_paused_over_a_snooze_and_between_two_rings(scene):
    """Whoever snoozes wants to sleep."""
    scene.start().ring()
    scene.ring("tea")
    scene.desk.answering.dismiss("tea")
    assert scene.media.playing == []
    scene.desk.answering.snooze("alarm")
    assert scene.media.playing == []
    scene.desk.answering.dismiss("alarm")
    assert scene.media.playing == ["Songs"]


def test_a_long_snooze_lets_them_play(scene):
    """Nobody sleeps through a film for two hours."""
    scene.start().ring()
    scene.desk.answering.snooze("alarm", timedelta(hours=2))
    assert scene.media.playing == ["Songs"]


def test_who_is_to_be_asked_whether_they_are_awake_may_hear_songs(scene):
    """They stopped the ring."""
    gym = make_alarm(7, label="Gym", ring=RingSettings(awake_after=timedelta(minutes=5)))
    scene.desk.editing.replace(gym)
    scene.start().ring()
    scene.desk.answering.dismiss("alarm")
    assert scene.desk.book.open_ring("alarm") is not None
    assert scene.media.playing == ["Songs"]


def test_they_play_on_where_that_is_chosen(scene):
    """The setting is off."""
    scene.start(pause_media=False).ring()
    assert scene.media.playing == ["Songs"]
    assert scene.said() == []


def test_the_volume_is_left_alone_by_default(scene):
    """It belongs to the person."""
    scene.start().ring()
    assert scene.outlet.output == MUTED


def test_the_volume_is_raised_for_the_ring_and_put_back(scene):
    """Where a person chose that, and the activity says so."""
    scene.start(raise_to=70, pause_media=False).ring()
    assert scene.outlet.output == Output("Speakers", is_muted=False, volume=70)
    scene.desk.answering.dismiss("alarm")
    assert scene.outlet.output == MUTED
    assert scene.said() == [
        "The volume was muted at 20 %, and is turned up to 70 %.",
        "The volume is muted at 20 % again.",
    ]


def test_a_volume_that_is_high_enough_stays(scene):
    """Nothing is turned down."""
    loud = Output("Speakers", is_muted=False, volume=90)
    scene.outlet.change(loud)
    scene.start(raise_to=70, pause_media=False).ring()
    assert scene.outlet.output == loud
    assert scene.said() == []


@pytest.mark.parametrize("first", [UNKNOWN_OUTPUT, NO_OUTPUT], ids=["unknown", "missing"])
def test_a_device_that_is_seen_only_while_it_rings_is_raised_then(scene, first):
    """Once: what somebody turns down after that stays down."""
    scene.outlet.change(first)
    scene.start(raise_to=70, pause_media=False).ring()
    assert scene.said() == []
    scene.outlet.change(MUTED)
    assert scene.outlet.output == Output("Speakers", is_muted=False, volume=70)
    assert scene.said() == ["The volume was muted at 20 %, and is turned up to 70 %."]
    scene.outlet.change(MUTED)
    assert scene.outlet.output == MUTED


def test_a_device_that_is_seen_only_after_the_ring_is_left_alone(scene):
    """Nobody is to hear it then."""
    scene.outlet.change(NO_OUTPUT)
    scene.start(raise_to=70, pause_media=False).ring()
    scene.desk.answering.dismiss("alarm")
    scene.outlet.change(MUTED)
    assert scene.outlet.output == MUTED
    assert scene.said() == []


def test_what_an_earlier_run_left_turned_up_is_told(scene):
    """It was killed in a ring, and this one has put it back."""
    scene.start(pause_media=False)
    scene.outlet.tell_put_back(MUTED)
    assert scene.said() == [
        "The volume of Speakers is muted at 20 % again, as before the ring that was cut off."
    ]


def test_what_comes_out_is_measured_while_it_rings(scene):
    """And not a moment longer."""
    scene.start()
    assert not scene.outlet.is_measuring
    scene.ring()
    assert scene.outlet.is_measuring
    scene.desk.answering.dismiss("alarm")
    assert not scene.outlet.is_measuring


@pytest.mark.parametrize(
    ("choice", "at", "reason"),
    [
        pytest.param(StayAwake.BEFORE_RINGS, "2026-11-23 06:49", None, id="long before"),
        pytest.param(StayAwake.BEFORE_RINGS, "2026-11-23 06:50", "Gym rings soon", id="ten min"),
        pytest.param(StayAwake.NEVER, "2026-11-23 06:59", None, id="never"),
        pytest.param(StayAwake.WHILE_ARMED, "2026-11-22 21:00", "Gym rings soon", id="armed"),
    ],
)
def test_the_computer_stays_awake_before_a_ring(scene, choice, at, reason):
    """From ten minutes before, or while something is armed, or never."""
    scene.start(stay_awake=choice)
    scene.desk.at(at)
    scene.attendant.look()
    assert scene.wakefulness.reason == reason


def test_the_computer_stays_awake_while_it_rings(scene):
    """Whatever was chosen for before."""
    scene.start(stay_awake=StayAwake.NEVER).ring()
    assert scene.wakefulness.reason == "Gym rings"
    scene.desk.answering.dismiss("alarm")
    assert scene.wakefulness.reason is None


def test_a_setting_takes_effect_at_once(scene):
    """While something is armed."""
    scene.start()
    scene.choose(stay_awake=StayAwake.WHILE_ARMED)
    assert scene.wakefulness.reason == "Gym rings soon"
    scene.choose(stay_awake=StayAwake.BEFORE_RINGS)
    assert scene.wakefulness.reason is None


def test_an_alarm_of_next_week_keeps_nothing_awake(scene):
    """While armed means within a day."""
    scene.upcoming = ("Gym", scene.desk.clock.now() + timedelta(hours=25))
    scene.start(stay_awake=StayAwake.WHILE_ARMED)
    assert scene.wakefulness.reason is None


def test_closed_and_opened_while_it_rings(scene):
    """What rings at the start is attended to."""
    scene.ring()
    scene.start()
    assert scene.media.paused == ["Songs"]
