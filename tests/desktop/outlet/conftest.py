"""Real sound servers for the outlet, and a sound to play on them."""

import asyncio
import math
import threading
import time
import wave
from array import array

import pytest

from alarmclock.desktop.outlet.pulse_outlet import PulseOutlet
from tests.e2e.process.screen import require
from tests.sound_servers import RATE, PipeWireServer, PulseServer

PATIENCE_S = 0.5


@pytest.fixture
def make_server(tmp_path, monkeypatch):
    """Make a server of a kind that the test starts; this process finds it and no other."""
    made = []

    def make(kind):
        server = kind(tmp_path)
        require(*server.TOOLS)
        for name in ("XDG_RUNTIME_DIR", "HOME", "XDG_CONFIG_HOME"):
            monkeypatch.setenv(name, server.environment[name])
        monkeypatch.delenv("PULSE_SERVER", raising=False)
        made.append(server)
        return server

    yield make
    for server in made:
        server.thaw()
        server.kill()


@pytest.fixture(params=[PulseServer, PipeWireServer], ids=["pulseaudio", "pipewire"])
def down_server(request, make_server):
    """A server of each kind that the test starts."""
    return make_server(request.param)


@pytest.fixture
def server(down_server):
    """A server that runs."""
    return down_server.start()


@pytest.fixture
async def make_outlet():
    """Make an outlet that runs until the end of the test, and whose thread ends then."""
    made = []

    def make(probe=None):
        made.append(PulseOutlet(probe, patience_s=PATIENCE_S))
        made[-1].start()
        return made[-1]

    yield make
    for outlet in made:
        outlet.close()
    await until(lambda: not outlet_threads(), "the thread to end")


@pytest.fixture
async def outlet(server, make_outlet):
    """An outlet that knows its device."""
    outlet = make_outlet()
    await until(lambda: outlet.output.name, "the device")
    return outlet


@pytest.fixture
def tone(tmp_path):
    """A sound file with a second of half the loudest."""
    path = tmp_path / "tone.wav"
    steps = (math.sin(math.tau * 440 * step / RATE) for step in range(RATE))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", [round(step * 16_384) for step in steps]).tobytes())
    return path


def outlet_threads():
    """List the threads of outlets that run."""
    return [thread for thread in threading.enumerate() if thread.name == "outlet"]


async def until(condition, what, within_s=6.0):
    """Wait on the loop for what a real server does."""
    end_s = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end_s, f"waited in vain for {what}"
        await asyncio.sleep(0.005)
