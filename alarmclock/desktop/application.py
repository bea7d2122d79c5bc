"""The Qt application: named, with its icon, and closed in one way only."""

import os
import sys

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from alarmclock import __version__, resources

# By this a second start hands on the desktop's leave to come to the front; Qt reads it there.
COME_FORWARD = "XDG_ACTIVATION_TOKEN"


def take_leave_to_come_forward(token: object) -> None:
    """Use the leave that a desktop gave to another process of ours for the next activation."""
    if isinstance(token, str) and token:
        os.environ[COME_FORWARD] = token


class Application(QApplication):
    """Turns every wish to quit into a signal: the loop must end first, and cancel its daemons."""

    quit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(sys.argv[:1])
        self.setApplicationName("alarmclock")
        self.setApplicationDisplayName("Alarm Clock")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("alarmclock")
        self.setQuitOnLastWindowClosed(False)
        self.commitDataRequest.connect(lambda _session: self.quit_wanted.emit())

    def show_icon(self) -> None:
        """Give the windows their icon; the first picture can do without."""
        self.setWindowIcon(QIcon(str(resources.path("icons", "alarmclock-128.png"))))

    def event(self, event: QEvent) -> bool:
        """Take the system's word to quit as a wish."""
        if event.type() == QEvent.Type.Quit:
            self.quit_wanted.emit()
            return True
        return super().event(event)
