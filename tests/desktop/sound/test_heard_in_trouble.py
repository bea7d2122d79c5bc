"""The real engine while sound servers and devices come, go and hang: it rings on."""

import contextlib
import time

import pytest

from alarmclock.core.player import NO_RISE, Condition
from alarmclock.desktop.sound.devices import MiniaudioHardware
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.desktop.sound.hardware import NoDevice, spots
from tests.sound_servers import SINK

# Asked of the program: heard again this soon after the server is.
AGAIN_S = 3.0
# A device that appears is found at the next try, and one that hangs is given up before.
SOON_S = 6.0
TOLD_S = 5.0


@pytest.fixture
def engine():
    """The engine as the program has it."""
    engine = SoundEngine()
    yield engine
    engine.close()


@pytest.fixture
def ring(engine, write_wav):
    """Let an alarm ring."""
    return lambda: engine.play("gym", str(write_wav()), 80, NO_RISE)


@pytest.fixture
def hear(eventually):
    """Wait until something is heard."""
    return lambda recording, within_s=AGAIN_S: eventually(
        recording.is_loud_now, "nothing is heard", within_s
    )


def test_a_server_that_comes_after_the_ring_is_heard(engine, troubled, ring, hear, eventually):
    """With no server at first the status says so; started later, it plays the ring."""
    ring()
    eventually(lambda: engine.status.is_silent, "it does not say that it is silent")
    hear(troubled.start().record())


def test_a_server_that_is_killed_and_started_is_heard_again(
    engine, troubled, ring, hear, eventually
):
    """The ring is heard again within three seconds of the restart."""
    troubled.start()
    ring()
    hear(troubled.record())
    troubled.kill()
    eventually(lambda: engine.status.is_silent, "it does not say that it is silent", TOLD_S)
    troubled.start()
    started_at_s = time.monotonic()
    hear(troubled.record())
    assert time.monotonic() - started_at_s < AGAIN_S
    eventually(lambda: engine.status.condition is Condition.SOUNDING, "it does not say so")


def test_a_server_that_hangs_is_told_and_heard_once_it_answers(
    engine, troubled, ring, hear, eventually
):
    """Nobody waits for it: the status says at once that nothing is heard. Then it rings on."""
    recording = troubled.start().record()
    ring()
    hear(recording)
    eventually(lambda: engine.status.condition is Condition.SOUNDING, "it does not say so")
    troubled.freeze()
    frozen_at_s = time.monotonic()
    eventually(lambda: engine.status.condition is not Condition.SOUNDING, "it is not told", 2.0)
    eventually(lambda: engine.status.is_silent, "it is not told", TOLD_S)
    assert time.monotonic() - frozen_at_s < TOLD_S
    troubled.thaw()
    hear(recording, SOON_S)
    eventually(lambda: engine.status.condition is Condition.SOUNDING, "it does not say so")


def test_a_device_that_is_plugged_in_is_heard(engine, troubled, ring, hear, eventually):
    """With a server and no device the status says so; plugged in, it plays the ring."""
    troubled.start(sink=None)
    ring()
    eventually(lambda: engine.status.is_silent, "it does not say that it is silent", TOLD_S)
    troubled.add_sink(SINK)
    hear(troubled.record(), SOON_S)


def test_the_default_unplugged_and_back_it_is_heard(troubled, ring, hear):
    """It goes to the device that is left, and comes back with the one that was chosen."""
    troubled.start().set_default(SINK)
    troubled.add_sink("other")
    troubled.set_default(SINK)
    ring()
    hear(troubled.record())
    other = troubled.record("other")
    troubled.remove_sink(SINK)
    hear(other)
    troubled.add_sink(SINK)
    hear(troubled.record())


def test_another_default_chosen_it_is_heard_there(troubled, ring, hear, eventually):
    """It follows the choice, and leaves the device it was on."""
    recording = troubled.start().record()
    troubled.add_sink("other")
    troubled.set_default(SINK)
    other = troubled.record("other")
    ring()
    hear(recording)
    troubled.set_default("other")
    hear(other)
    eventually(lambda: not recording.is_loud_now(), "it is heard on both")


def test_sent_elsewhere_it_is_heard_on_another_device(engine, troubled, ring, hear, eventually):
    """What is given to the default does not come out: the next device plays it."""
    recording = troubled.start().record()
    troubled.add_sink("other", "Headset")
    troubled.set_default(SINK)
    other = troubled.record("other")
    ring()
    hear(recording)
    eventually(lambda: engine.status.device, "the device is not named")
    engine.go_elsewhere()
    hear(other)
    eventually(lambda: engine.status.device == "Headset", "the device is not named")


def test_the_program_prints_nothing_where_there_is_no_device(tmp_path, monkeypatch, capfd):
    """Trying every place without a sound server leaves stderr clean."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    hardware = MiniaudioHardware()
    for spot in spots(hardware):
        with contextlib.suppress(NoDevice):
            hardware.open(spot, lambda frames: bytes(frames * 4)).close()
    assert capfd.readouterr() == ("", "")
