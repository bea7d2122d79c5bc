"""One screen for all tests of the process, one program a test."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.process.moved_clock import MovedClock
from tests.e2e.process.prepared import SHORT_CLOSING, prepare
from tests.e2e.process.screen import Program, Screen, require
from tests.e2e.process.surroundings import Hands, Speakers, environment, watched_program
from tests.sound_servers import PulseServer


@pytest.fixture(scope="session")
def screen(tmp_path_factory):
    """Give a virtual screen with a window manager."""
    shown = Screen(tmp_path_factory.mktemp("screen"))
    yield shown
    shown.close()


@pytest.fixture
def start(screen, tmp_path):
    """Give a call that starts the program; whatever still runs at the end is killed."""
    started = []

    def start_one(data_dir=None, *arguments, **environment):
        program = Program(screen, data_dir or tmp_path / "data", *arguments, **environment)
        started.append(program)
        return program

    yield start_one
    for program in started:
        if program.process.poll() is None:
            program.process.kill()
            program.process.communicate()


@pytest.fixture(scope="session")
def clock_shim(tmp_path_factory):
    """Build the library that gives a process a wall clock of its own."""
    require("cc")
    built = tmp_path_factory.mktemp("shim") / "clock_shim.so"
    source = Path(__file__).with_name("clock_shim.c")
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", built, source, "-ldl", "-lpthread"], check=True
    )
    return built


@pytest.fixture
def clock(clock_shim, tmp_path):
    """Give a wall clock that the test sets while a program runs."""
    clock = MovedClock(clock_shim, tmp_path / "shift")
    yield clock
    clock.close()


@pytest.fixture
def speakers(tmp_path, request):
    """A sound server that the test starts, PulseAudio unless it asks for another."""
    folder = tmp_path / "sound"
    folder.mkdir()
    speakers = Speakers(getattr(request, "param", PulseServer)(folder))
    yield speakers
    speakers.close()


@pytest.fixture
def hands(start, screen, tmp_path, speakers):
    """Give a call that opens the program beside the sound server, and gives the hands at it.

    `items` are saved before; `watched` are words for tests.e2e.process.watched_clock, which runs
    in place of the plain program then; `bus` is a session's bus.
    """

    def open_one(*items, settings=SHORT_CLOSING, watched=None, bus=None):
        data_dir = prepare(tmp_path / "data", *items, settings=settings)
        choice = {} if watched is None else {"program": watched_program(data_dir, *watched)}
        around = environment(speakers.server.folder, bus)
        return Hands(screen, start(data_dir, **choice, **around).wait_open())

    return open_one
