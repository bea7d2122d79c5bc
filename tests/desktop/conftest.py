import asyncio

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from alarmclock.desktop.loop import loop as loop_module
from alarmclock.desktop.loop.loop import AlarmLoop
from tests.private_bus import PrivateBus


@pytest.fixture
def run_on_loop(qapp):
    """Run a coroutine on an AlarmLoop, and put the application back as it was."""
    quits = qapp.quitOnLastWindowClosed()
    yield lambda main: loop_module.run(qapp, main)
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.fixture
def alarm_loop(qapp):
    """Give a loop that no Runner runs; cancel its tasks and close it in the end."""
    loop = AlarmLoop(qapp)
    yield loop
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.wait(tasks) if tasks else asyncio.sleep(0))
    loop.close()


@pytest.fixture
def spin_qt(qapp):
    """Run a nested Qt loop for some milliseconds, as a modal dialog does."""

    def spin(milliseconds: int) -> None:
        nested = QEventLoop()
        QTimer.singleShot(milliseconds, nested.quit)
        nested.exec()

    return spin


@pytest.fixture
def qt_timers(qapp):
    """Tell the intervals of the timers that Qt itself holds for a loop, in milliseconds."""

    def intervals(loop: AlarmLoop) -> list[int]:
        timers = qapp.eventDispatcher().registeredTimers(loop._wake_up)
        return [timer.interval for timer in timers]

    return intervals


@pytest.fixture
def private_bus(tmp_path):
    """A bus of our own that the test starts and kills."""
    private = PrivateBus(tmp_path / "bus")
    yield private
    private.kill()


@pytest.fixture(scope="module")
def lasting_bus(tmp_path_factory):
    """A bus of our own that runs all the time."""
    private = PrivateBus(tmp_path_factory.mktemp("bus")).start()
    yield private
    private.kill()
