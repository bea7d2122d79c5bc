"""The real program beside real notifications and a media player, while its sound is recorded."""

from dataclasses import replace

import pytest

from alarmclock.core.activity.events import Arranged, Dismissed, Failed, Rang, Snoozed
from tests.desktop.fake_player import FakePlayer
from tests.dunst import Dunst
from tests.e2e.process.bus_thread import BusThread
from tests.e2e.process.prepared import SHORT_CLOSING, activity, make_timer, wait_for_event
from tests.e2e.process.screen import until
from tests.e2e.process.surroundings import TONE
from tests.private_bus import PrivateBus


@pytest.fixture
def bus(tmp_path):
    """A session's bus."""
    private = PrivateBus(tmp_path / "bus").start()
    yield private
    private.kill()


@pytest.fixture
def dunst(tmp_path, screen, bus):
    """A dunst that runs."""
    dunst = Dunst(tmp_path, screen, bus).start()
    yield dunst
    dunst.kill()


def wait_for_shown(dunst, count):
    """Wait until dunst shows so many notifications."""
    until(lambda: dunst.shown() == count, f"{count} notifications")


def test_a_notification_answers_a_ring_and_its_end_silences_nothing(hands, speakers, bus, dunst):
    """Closed, it rings on; from the next one it is snoozed; after a restart of dunst, stopped."""
    speakers.server.start()
    person = hands(bus=bus)
    timeline = speakers.record()

    person.type_timer("in 1 s tea")
    wait_for_shown(dunst, 1)
    timeline.hear()
    person.screen.picture("notification")
    dunst.close()
    wait_for_shown(dunst, 0)
    assert dunst.history()[0] == "tea"
    timeline.recording.wait_for(0.5)
    assert timeline.recording.is_loud_now()
    person.stop("tea")
    timeline.wait_until_silent()

    person.type_timer("in 1 s eggs")
    wait_for_shown(dunst, 1)
    timeline.hear()
    dunst.press("Snooze")
    assert wait_for_event(person.data_dir, Snoozed).label == "eggs"
    timeline.wait_until_silent()
    wait_for_shown(dunst, 0)

    person.type_timer("in 1 s cake")
    wait_for_shown(dunst, 1)
    dunst.kill()
    timeline.hear()
    dunst.start()
    wait_for_shown(dunst, 1)
    assert timeline.recording.is_loud_now()
    dunst.press("Stop")
    assert wait_for_event(person.data_dir, Dismissed, 2).label == "cake"
    timeline.wait_until_silent()
    wait_for_shown(dunst, 0)
    person.wait_until_gone("cake")
    assert len(activity(person.data_dir, Rang)) == 3
    assert not activity(person.data_dir, Failed)
    person.end()


def test_another_player_pauses_for_the_ring_and_plays_on_after_it(hands, speakers, bus):
    """And the activity says which."""
    speakers.server.start()
    with BusThread(bus.address, FakePlayer("songs", "Songs")) as songs:
        person = hands(make_timer("tea", sound=TONE), bus=bus)
        speakers.record().hear()
        until(lambda: songs.status == "Paused", "the pause")
        person.stop("tea")
        until(lambda: songs.is_playing, "the song to go on")
        assert [event.what for event in activity(person.data_dir, Arranged)] == ["Paused Songs."]
        person.end()


def test_closed_while_it_rings_it_leaves_the_computer_as_it_was(hands, speakers, bus):
    """Silent, muted as before, and the song plays on."""
    speakers.server.start().mute(True)
    with BusThread(bus.address, FakePlayer("songs", "Songs")) as songs:
        settings = replace(SHORT_CLOSING, raise_to=70)
        person = hands(make_timer("tea", sound=TONE), settings=settings, bus=bus)
        timeline = speakers.record()
        timeline.hear()
        until(lambda: songs.status == "Paused", "the pause")
        person.end()
        assert speakers.server.is_muted()
        until(lambda: songs.is_playing, "the song to go on")
        timeline.wait_until_silent()
