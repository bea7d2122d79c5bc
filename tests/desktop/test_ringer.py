"""The sound follows the book; of very many rings only the loudest have a voice."""

from dataclasses import replace

import pytest

from alarmclock.core.player import PREVIEW, SilentPlayer
from alarmclock.core.ring_settings import RingSettings
from alarmclock.desktop.ringer import MOST_VOICES, Ringer
from tests.core.builders import Desk, make_alarm

MANY = MOST_VOICES + 4


@pytest.fixture
def player():
    """A player that tells what would be heard."""
    return SilentPlayer()


def rung(player, *volumes):
    """Give a desk on which alarms of these volumes ring, in this order."""
    alarms = [
        make_alarm(7, second=number, item_id=f"alarm {number}", ring=RingSettings(volume=volume))
        for number, volume in enumerate(volumes)
    ]
    desk = Desk(*alarms).at("2026-11-23 07:01")
    Ringer(desk.book, player).start()
    for alarm in alarms:
        assert desk.bring(alarm.id)
    return desk


def test_a_ring_is_heard_before_anything_else_is_done(player):
    """A window takes longer to come than a sound to begin."""
    desk = Desk(make_alarm(item_id="alarm 0")).at("2026-11-23 07:00")
    heard = []
    desk.book.listen(lambda _change: heard.append(dict(player.sounding)))
    Ringer(desk.book, player).start()
    desk.bring("alarm 0")
    assert list(heard[0]) == ["alarm 0"]


def test_each_ring_has_a_voice_of_its_own(player):
    """In its own volume."""
    rung(player, 30, 80)
    assert {name: voice.volume for name, voice in player.sounding.items()} == {
        "alarm 0": 30,
        "alarm 1": 80,
    }


def test_of_very_many_no_more_sound_than_can_be_told_apart(player):
    """Those that began go on."""
    rung(player, *[80] * MANY)
    assert list(player.sounding) == [f"alarm {number}" for number in range(MOST_VOICES)]
    assert len(player.heard) == MOST_VOICES


def test_a_louder_one_is_heard_however_many_sound(player):
    """It takes the place of a quiet one."""
    rung(player, *[20] * MANY, 100)
    assert f"alarm {MANY}" in player.sounding
    assert len(player.sounding) == MOST_VOICES


def test_who_stops_one_hears_the_next_in_its_place(player):
    """Until the last is stopped."""
    desk = rung(player, *[80] * MANY)
    desk.answering.dismiss("alarm 0")
    assert f"alarm {MOST_VOICES}" in player.sounding
    assert len(player.sounding) == MOST_VOICES
    desk.answering.stop_all()
    assert player.sounding == {}


def test_what_a_person_asked_to_hear_goes_on(player):
    """A preview is no ring."""
    player.preview("daybreak", 50)
    desk = rung(player, 80)
    desk.answering.dismiss("alarm 0")
    assert list(player.sounding) == [PREVIEW]
    assert replace(player.sounding[PREVIEW], note="").volume == 50
