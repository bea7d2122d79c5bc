import threading
import time
from array import array
from datetime import timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.player import (
    NO_DEVICE,
    NO_RISE,
    PREVIEW,
    QUIET,
    READY_FOR,
    SOUNDING,
    Sounding,
    sounding_on,
)
from alarmclock.desktop.sound.engine import SoundEngine


@pytest.fixture
def now():
    """A time that the test sets; the devices live in the real one."""
    return [0.0]


@pytest.fixture
def engine(hardware):
    """An engine on fake devices."""
    engine = SoundEngine(lambda: hardware)
    yield engine
    engine.close()


@pytest.fixture
def playing(hardware):
    """Let the fake devices ask all the time, until the test ends."""
    ended = threading.Event()

    def ask():
        while not ended.wait(0.005):
            hardware.pulse()

    thread = threading.Thread(target=ask)
    thread.start()
    yield hardware
    ended.set()
    thread.join()


@pytest.fixture
def peak(hardware, eventually):
    """Give the highest sample of the next 50 ms that the open device plays."""

    def hear():
        eventually(lambda: hardware.opened, "no device was opened")
        return max(array("h", hardware.opened[0].ask(2205)))

    return hear


@pytest.fixture
def tone(write_wav):
    """A sound file that peaks at half of the full height."""
    return str(write_wav(level=0.5))


def test_a_voice_is_heard_at_its_volume(engine, tone, peak, eventually):
    """At 50 % volume a quarter of the amplitude is played."""
    engine.play("gym", tone, 50, NO_RISE)
    eventually(lambda: peak() == pytest.approx(4096, abs=10), "the tone is not heard")


def test_a_rise_begins_softly(engine, tone, peak, eventually):
    """With a rise, the first moments are hardly heard."""
    engine.play("gym", tone, 100, timedelta(seconds=60))
    eventually(lambda: 0 < peak() < 300, "the rise is not heard")


def test_it_says_that_it_sounds(engine, tone, peak, eventually):
    """Once the device asks for sound, the status tells so."""
    engine.play("gym", tone, 50, NO_RISE)
    eventually(lambda: peak() and engine.status == SOUNDING, "it does not say that it sounds")


def test_stopped_it_is_silent(engine, tone, peak, eventually):
    """After the fade nothing is played."""
    engine.play("gym", tone, 100, NO_RISE)
    eventually(peak, "the tone is not heard")
    engine.stop("gym")
    peak()
    assert peak() == 0
    assert engine.status == QUIET


def test_stopped_before_it_was_decoded_it_is_never_heard(engine, tone, peak):
    """A quick Stop wins over a slow file."""
    engine.play("gym", tone, 100, NO_RISE)
    engine.stop("gym")
    engine.play("tea", tone, 0, NO_RISE)
    assert {peak() for _ in range(20)} == {0}


def test_without_a_device_it_says_so_and_rings_when_one_comes(engine, hardware, tone, eventually):
    """The alarm is heard as soon as there is a device."""
    hardware.present = {}
    engine.play("gym", tone, 100, NO_RISE)
    eventually(lambda: engine.status == NO_DEVICE, "it does not say that it is silent")
    hardware.present = {"first": [None]}
    eventually(lambda: hardware.opened, "the device that came is not opened")


def test_a_sound_that_went_bad_is_replaced_and_noted(engine, peak, eventually):
    """A missing file at the time of the ring: the default sound rings, and the note says so."""
    engine.play("gym", "/gone/away.mp3", 80, NO_RISE)
    eventually(lambda: engine.sounding["gym"].note, "no note is made")
    eventually(peak, "nothing is heard")
    assert "It rings with the default sound instead." in engine.sounding["gym"].note


def test_a_bad_sound_is_refused_beforehand(engine, tmp_path):
    """When an alarm is saved, its sound is decoded, and refused with the reason."""
    with pytest.raises(Invalid, match="is a folder"):
        engine.prepare(str(tmp_path))


def test_a_preview_ends_by_itself(engine, tone, hardware, eventually):
    """After ten seconds of sound nothing is left of it."""
    engine.preview(tone, 50)
    eventually(lambda: hardware.opened, "no device was opened")
    assert engine.sounding == {PREVIEW: Sounding(tone, 50)}
    eventually(
        lambda: hardware.opened[0].ask(44_100) and engine.sounding == {}, "the preview goes on"
    )


def test_a_broken_library_leaves_the_screen(tone, eventually, caplog):
    """Without the library nothing is heard, and the status says so."""

    def fail():
        raise ImportError("no such library")

    engine = SoundEngine(fail)
    engine.play("gym", tone, 80, NO_RISE)
    eventually(lambda: engine.status == NO_DEVICE, "it does not say that it is silent")
    engine.close()
    assert "The sound library can't be used." in caplog.text


def test_an_output_that_crashes_starts_anew(engine, hardware, tone, monkeypatch, eventually):
    """An error of ours does not end the ring."""
    whole = hardware.backends
    crashes = [1]

    def crash_once():
        if crashes:
            raise ZeroDivisionError(crashes.pop())
        return whole()

    monkeypatch.setattr(hardware, "backends", crash_once)
    engine.play("gym", tone, 80, NO_RISE)
    eventually(lambda: hardware.opened, "it has not started anew")


def test_nothing_runs_before_the_first_voice(engine, sound_threads):
    """An idle engine has no thread."""
    assert sound_threads() == []


def test_close_leaves_no_thread_and_no_device(engine, hardware, tone, peak, sound_threads):
    """Closed in the middle of a ring, all is given back."""
    engine.play("gym", tone, 80, NO_RISE)
    peak()
    engine.close()
    assert sound_threads() == []
    assert hardware.opened == []


def test_close_at_once_leaves_no_thread(engine, hardware, tone, sound_threads):
    """Closed before anything was opened, nothing is opened afterwards."""
    engine.play("gym", tone, 80, NO_RISE)
    engine.close()
    assert sound_threads() == []
    assert hardware.opened == []


def test_the_level_is_that_of_what_is_played(engine, tone, peak, eventually):
    """At full volume a tone of half the height peaks at a half."""
    assert engine.level == 0
    engine.play("gym", tone, 100, NO_RISE)
    eventually(peak, "the tone is not heard")
    assert engine.level == pytest.approx(0.5, abs=0.01)


def test_ready_it_has_a_device_and_is_quiet(engine, hardware, tone, peak, eventually):
    """Before the ring the device plays silence, and nobody says that anything sounds."""
    engine.get_ready(tone)
    eventually(lambda: hardware.opened, "no device was opened")
    assert peak() == 0
    assert (engine.status, engine.sounding, engine.level) == (QUIET, {}, 0)


def test_ready_it_rings_on_the_device_that_is_open(engine, hardware, tone, peak, eventually):
    """The ring opens no device, so it is heard at once."""
    engine.get_ready(tone)
    eventually(lambda: hardware.opened, "no device was opened")
    engine.play("gym", tone, 100, NO_RISE)
    eventually(peak, "the tone is not heard")
    assert len(hardware.tried) == 1


def test_ready_again_the_device_stays_open_for_longer(
    hardware, tone, now, eventually, sound_threads
):
    """The last call counts, and after its time the device is given back."""
    engine = SoundEngine(lambda: hardware, lambda: now[0])
    engine.get_ready(tone)
    eventually(lambda: hardware.opened, "no device was opened")
    now[0] = READY_FOR.total_seconds() - 1
    engine.get_ready(tone)
    # This device has stalled meanwhile, and as it is wanted it is opened again.
    now[0] = READY_FOR.total_seconds() + 9
    eventually(lambda: len(hardware.tried) > 1, "the device is not opened again")
    now[0] = READY_FOR.total_seconds() * 2
    eventually(lambda: not sound_threads(), "it stays open for ever")
    assert hardware.opened == []
    engine.close()


def test_a_bad_sound_does_not_keep_it_from_being_ready(engine, hardware, eventually, caplog):
    """The device is opened all the same; the sound is told when it is played."""
    engine.get_ready("/gone/away.mp3")
    eventually(lambda: hardware.opened, "no device was opened")
    eventually(lambda: "/gone/away.mp3 does not exist" in caplog.text, "nothing is logged")
    assert engine.sounding == {}


def test_a_probe_finds_a_device_that_plays(engine, playing):
    """A device that asks for silence is one that would play a ring."""
    assert engine.probe()
    assert engine.status == QUIET


@pytest.mark.parametrize("stalls", [True, False], ids=["plays nothing", "is not there"])
def test_a_probe_finds_no_device(engine, playing, stalls):
    """Neither one that opens and never plays, nor none at all; and it does not take long."""
    if stalls:
        playing.stalled.add(("first", None))
    else:
        playing.present = {}
    begun_s = time.monotonic()
    assert not engine.probe()
    assert time.monotonic() - begun_s < 2


def test_a_probe_leaves_what_sounds_alone(engine, playing, tone, eventually):
    """While a ring is heard, that is the answer: nothing is opened."""
    engine.play("gym", tone, 100, NO_RISE)
    eventually(lambda: engine.status == SOUNDING, "it does not sound")
    assert engine.probe()
    assert len(playing.tried) == 1
    assert engine.sounding == {"gym": Sounding(tone, 100)}


def test_sent_elsewhere_it_opens_another_device(engine, playing, tone, eventually):
    """The voice goes on there."""
    playing.present = {"first": [None, "speakers"]}
    engine.play("gym", tone, 100, NO_RISE)
    eventually(lambda: engine.status == SOUNDING, "it does not sound")
    engine.go_elsewhere()
    eventually(lambda: engine.status == sounding_on("speakers"), "it stays")


def test_closed_it_gets_nothing_ready(engine, hardware, tone, sound_threads):
    """After the end nothing is opened."""
    engine.close()
    engine.get_ready(tone)
    assert not engine.probe()
    assert sound_threads() == []
    assert hardware.tried == []


def test_a_sound_that_was_moved_is_found(hardware, tone):
    """The path that the alarm has leads to where the sound is now."""
    engine = SoundEngine(lambda: hardware, resolve={"/old/tone.wav": tone}.__getitem__)
    engine.prepare("/old/tone.wav")
    engine.close()
