"""Asks in a window whether a program that hangs is to be ended."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from alarmclock.desktop.application import Application
from alarmclock.ui.hanging_window import HangingWindow
from alarmclock.ui.theme import Theme


def wants_to_end(process: int) -> bool:
    """Wait for a person's answer; True when the program is to be ended."""
    app = QApplication.instance() or Application()
    theme = Theme()
    theme.start()
    window = HangingWindow(process)
    loop = QEventLoop()
    answers: list[bool] = []
    window.answered.connect(answers.append)
    window.answered.connect(loop.quit)
    if isinstance(app, Application):
        app.show_icon()
        app.quit_wanted.connect(loop.quit)
    window.come()
    with _ended_by_ctrl_c():
        loop.exec()
    window.hide()
    window.deleteLater()
    theme.stop()
    return answers == [True]


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl+C end the process: Python would hear it only when Qt lets it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
