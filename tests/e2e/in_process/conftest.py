"""Opens the program under a fake clock, and insists that it leaves nothing behind."""

import asyncio
import gc
import logging
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from alarmclock.app import AlarmClock
from alarmclock.core.player import SilentPlayer
from alarmclock.core.surroundings.machine import Machine
from alarmclock.daemons.fake_clock import FakeClock
from tests.e2e.in_process.person import Person

# A Sunday evening in Berlin, 22:02:46.
EVENING = datetime(2026, 11, 22, 21, 2, 46, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
SHORT_CLOSING = timedelta(milliseconds=50)


@pytest.fixture
def clock():
    """Stand still on a Sunday evening in Berlin."""
    return FakeClock(EVENING, BERLIN)


@pytest.fixture
def open_program(qtbot, tmp_path, clock):
    """Give a call that opens the program, again and again on the same data if need be."""
    opened = []

    def open_one(**choices):
        defaults = {"data_dir": tmp_path / "data", "clock": clock, "player": SilentPlayer()}
        defaults["machine"] = Machine()
        program = AlarmClock(**{**defaults, **choices})
        program.start()
        program.preferences.settings = replace(
            program.preferences.settings, closing_time=SHORT_CLOSING
        )
        opened.append(program)
        person = Person(qtbot, program)
        person.settle()
        return person

    yield open_one
    for program in opened:
        if program.is_open:
            program.finish()


@pytest.fixture
def person(open_program):
    """Give a person at an empty program."""
    return open_program()


@pytest.fixture
def may_complain():
    """Give the list into which a test puts the beginnings of the complaints that it expects."""
    return []


@pytest.fixture(scope="session", autouse=True)
def only_what_is_new_is_collected(qapp):
    """What was loaded before the first test stays, and need not be searched after each."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def nothing_is_left_behind(qapp, caplog, may_complain):
    """After each test there is no thread, no window and no unexpected complaint in the log."""
    threads = set(threading.enumerate())
    yield
    QApplication.processEvents()
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert left == []
    assert set(threading.enumerate()) <= threads
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
    gc.collect()
    records = [*caplog.get_records("call"), *caplog.get_records("teardown")]
    complaints = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert [one for one in complaints if not one.startswith(tuple(may_complain))] == []
