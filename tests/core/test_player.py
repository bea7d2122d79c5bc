from datetime import timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.player import (
    NO_DEVICE,
    NO_RISE,
    PREVIEW,
    QUIET,
    SOUNDING,
    STALLED,
    STARTING,
    Player,
    SilentPlayer,
    Sounding,
    sounding_on,
)
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.desktop.sound.hardware import Nowhere

RISE = timedelta(seconds=30)


@pytest.fixture(params=[SilentPlayer, lambda: SoundEngine(Nowhere)], ids=["fake", "real"])
def player(request):
    """The fake and the real player, which keep the same promises."""
    player: Player = request.param()
    yield player
    player.close()


def test_what_is_played_sounds_as_asked_for(player):
    """Sound, volume and rise are told back."""
    player.play("gym", "bells", 80, RISE)
    assert player.sounding == {"gym": Sounding("bells", 80, RISE)}


def test_a_voice_that_is_played_again_sounds_once(player):
    """The last request holds."""
    player.play("gym", "bells", 80, RISE)
    player.play("gym", "harp", 40, NO_RISE)
    assert player.sounding == {"gym": Sounding("harp", 40)}


def test_stopping_one_leaves_the_other(player):
    """Two alarms are answered one by one."""
    player.play("gym", "bells", 80, RISE)
    player.play("tea", "harp", 50, RISE)
    player.stop("gym")
    assert list(player.sounding) == ["tea"]


def test_stop_all_ends_every_voice(player):
    """Rings and previews end together."""
    player.play("gym", "bells", 80, RISE)
    player.preview("harp", 50)
    player.stop_all()
    assert player.sounding == {}


def test_stopping_what_does_not_sound_is_harmless(player):
    """An alarm may be answered after its sound has ended."""
    player.stop("nobody")
    player.stop_all()
    assert player.sounding == {}


def test_a_preview_is_the_voice_of_that_name(player):
    """A second preview takes the place of the first."""
    player.preview("bells", 30)
    player.preview("harp", 50)
    assert player.sounding == {PREVIEW: Sounding("harp", 50)}


def test_closed_it_plays_nothing(player):
    """After the end nothing sounds, and closing twice is harmless."""
    player.play("gym", "bells", 80, RISE)
    player.close()
    player.play("tea", "bells", 80, RISE)
    player.close()
    assert player.sounding == {}


def test_preparing_a_good_sound_is_silent(player):
    """It is only decoded."""
    player.prepare("bells")
    assert player.sounding == {}


def test_idle_it_is_quiet(player):
    """Nothing should be heard, so nothing is said."""
    assert player.status == QUIET


def test_the_fake_records_what_is_heard():
    """Tests see every voice that was played, in order."""
    player = SilentPlayer()
    player.play("gym", "bells", 80, RISE)
    player.stop("gym")
    player.preview("harp", 50)
    assert player.heard == [("gym", Sounding("bells", 80, RISE)), (PREVIEW, Sounding("harp", 50))]


def test_the_fake_refuses_as_the_real_one():
    """A sound put in ``unplayable`` is refused beforehand, and noted when it rings."""
    player = SilentPlayer()
    player.unplayable.add("/gone.mp3")
    with pytest.raises(Invalid):
        player.prepare("/gone.mp3")
    player.play("gym", "/gone.mp3", 80, RISE)
    assert player.sounding["gym"].note


@pytest.mark.parametrize(
    ("status", "is_silent"),
    [(QUIET, False), (STARTING, False), (SOUNDING, False), (NO_DEVICE, True), (STALLED, True)],
    ids=["quiet", "starting", "sounding", "no device", "stalled"],
)
def test_a_silent_status_comes_with_a_sentence(status, is_silent):
    """Whatever is not heard, is explained."""
    assert status.is_silent is is_silent
    assert bool(status.sentence) is is_silent


def test_it_is_said_on_which_device_it_plays():
    """Where the device is known, it is named; where it is not, it is heard all the same."""
    assert sounding_on("Speakers").sentence == "It plays on Speakers."
    assert sounding_on("Speakers").device == "Speakers"
    assert sounding_on("") == SOUNDING


def test_while_nothing_sounds_asking_for_more_is_harmless(player):
    """A sound that is bad, another device, a level: none of it makes a noise or fails."""
    player.get_ready("/gone/away.mp3")
    player.go_elsewhere()
    assert player.level == 0
    assert player.sounding == {}
    assert player.status == QUIET


def test_without_a_device_a_probe_says_so():
    """Nothing that could play asks for anything."""
    player = SilentPlayer()
    player.has_device = False
    real = SoundEngine(Nowhere)
    assert not player.probe()
    assert not real.probe()
    real.close()
