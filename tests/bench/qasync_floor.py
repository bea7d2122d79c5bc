"""The floor of what a window costs: a bare one on qasync, with or without a label that ticks.

It is run as a program of its own: `python -m tests.bench.qasync_floor [tick] [count] [covering]`
writes, with “count”, at which moments it was painted.
"""

import asyncio
import sys
import time
from collections.abc import Callable

import qasync
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

SIZE = (1120, 760)


class Painted(QObject):
    """Calls back each time a window has been painted."""

    def __init__(self, window: QWidget, painted: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the window paint at once, and tell that it has."""
        if event.type() is not QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        self._window.event(event)
        self._painted()
        return True


async def tick(label: QLabel) -> None:
    """Show each second of the wall clock."""
    while True:
        await asyncio.sleep(1 - time.time() % 1)
        label.setText(time.strftime("%H:%M:%S"))


async def live(window: QWidget, label: QLabel | None) -> None:
    """Show the window until the process is ended."""
    window.show()
    if label is not None:
        await tick(label)
    await asyncio.Event().wait()


def main(*words: str) -> None:
    """Show the window."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*SIZE)
    label = QLabel("--:--:--", window) if "tick" in words else None
    if label is not None:
        label.resize(200, 40)
    if "covering" in words:
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    if "count" in words:
        Painted(window, lambda: sys.stdout.write(f"{time.time()}\n"))
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(live(window, label))


if __name__ == "__main__":
    main(*sys.argv[1:])
