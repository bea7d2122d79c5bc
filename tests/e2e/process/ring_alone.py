"""A ring window by itself, or another program over the whole screen; each tells what befalls it.

`python -m tests.e2e.process.ring_alone ring` rings for each line that comes in, `... other` tells
what is typed into it.
"""

import sys
import time

from PySide6.QtCore import QEvent, QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit

from alarmclock.daemons.clock import SystemClock
from alarmclock.ui.ring.ring_window import RingWindow
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN
from tests.ui.ring.rings import views


def tell(*words):
    """Write a line at once."""
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


class Watched(RingWindow):
    """Tells when it is shown and when it has the focus."""

    def event(self, event):
        """Look at what comes by."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.WindowActivate):
            tell(event.type().name, time.monotonic())
        return super().event(event)


def ring():
    """Ring once for each line that comes in."""
    window = Watched(SystemClock(lambda: BERLIN))
    window.stop_requested.connect(lambda _item: (tell("Stopped"), window.show_rings([])))

    def obey():
        sys.stdin.readline()
        window.show_rings(views("Gym"))

    window.ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    window.ear.activated.connect(obey)
    return window


def other():
    """Fill the screen with a field."""
    field = QLineEdit()
    field.setWindowTitle("Another program")
    field.textEdited.connect(lambda text: tell("Typed", text))
    field.showFullScreen()
    return field


if __name__ == "__main__":
    app = QApplication([])
    theme = Theme()
    theme.start()
    shown = {"ring": ring, "other": other}[sys.argv[1]]()
    tell("Ready")
    app.exec()
