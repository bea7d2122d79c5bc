"""One screen for all tests of the process, one program a test."""

import pytest

from tests.e2e.process.screen import Program, Screen


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

    def start_one(data_dir=None, *arguments):
        program = Program(screen, data_dir or tmp_path / "data", *arguments)
        started.append(program)
        return program

    yield start_one
    for program in started:
        if program.process.poll() is None:
            program.process.kill()
            program.process.communicate()
