"""A house without a screen, a sound server and a bus, for programs as processes."""

import os
import tempfile

import pytest

from tests.e2e.process.house import House, bare_environment


@pytest.fixture
def environment(monkeypatch):
    """Give an environment without a screen, and with a runtime folder of its own."""
    with tempfile.TemporaryDirectory(prefix="run") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield bare_environment(os.environ, runtime)


@pytest.fixture
def house(tmp_path, environment):
    """Give an empty data folder with programs on it."""
    house = House(tmp_path / "data", environment)
    yield house
    house.close()
