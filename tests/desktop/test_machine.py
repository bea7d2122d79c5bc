"""The real computer, of which only what makes no noise is tried."""

import pytest
from PySide6.QtWidgets import QApplication

from alarmclock.core.player import SilentPlayer
from alarmclock.desktop.machine import real_machine


@pytest.fixture
def beeps(monkeypatch):
    """Count beeps; of the players of the system none is found."""
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    monkeypatch.setenv("PATH", "")
    return heard


def test_the_last_resort_of_the_real_computer_beeps(qtbot, beeps):
    """Nobody else keeps the bell alive."""
    resort = real_machine(SilentPlayer()).last_resort
    try:
        assert resort.begin(80) == "the beep"
        qtbot.waitUntil(lambda: bool(beeps), timeout=3000)
    finally:
        resort.end()
