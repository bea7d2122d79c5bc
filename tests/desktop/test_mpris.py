"""What players tell of themselves is read, whatever they leave out."""

import pytest

from alarmclock.desktop.mpris import MprisPlayer, Standing, Status, read_standing

TRACK = {"mpris:trackid": "/track/1", "xesam:url": "https://radio.example", "xesam:title": "News"}


def test_all_is_read():
    """A player that plays and can pause."""
    told = {"PlaybackStatus": "Playing", "Metadata": TRACK, "CanPause": True, "CanControl": True}
    track = ("/track/1", "https://radio.example")
    assert read_standing(told) == Standing(Status.PLAYING, track, can_pause=True)


def test_what_is_left_out_is_not_known():
    """A signal tells only what has changed; a player that does not say so can pause."""
    assert read_standing({"Volume": 0.5}) == Standing(None, None, can_pause=True)


@pytest.mark.parametrize("status", ["", "Buffering", 7])
def test_an_unknown_status_is_none(status):
    """Nobody can tell what it means."""
    assert read_standing({"PlaybackStatus": status}).status is None


@pytest.mark.parametrize("key", ["CanPause", "CanControl"])
def test_either_can_forbid_the_pause(key):
    """A player that is only shown can't be told anything."""
    assert not read_standing({key: False}).can_pause


def test_another_title_is_the_same_track():
    """A web radio changes it all the time."""
    other = {**TRACK, "xesam:title": "Weather"}
    assert read_standing({"Metadata": TRACK}).track == read_standing({"Metadata": other}).track


def test_metadata_that_are_none_are_no_track():
    """Some players send a text."""
    assert read_standing({"Metadata": "none"}).track is None


@pytest.mark.parametrize(
    ("name", "plain_name"),
    [("vlc", "Vlc"), ("chromium.instance12", "Chromium"), ("Some_Player", "Some player")],
)
def test_a_name_on_the_bus_is_made_readable(name, plain_name):
    """For a player that tells no other."""
    player = MprisPlayer(None, f"org.mpris.MediaPlayer2.{name}", ":1.7")
    assert player.plain_name == plain_name
