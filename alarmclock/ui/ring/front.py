"""Brings a window before all others, and lets it take the keyboard only half a second later.

X11: the window is kept above the others, over full-screen ones from the moment it has the focus,
and appears on the desktop in use. Window managers give the focus only to what a person wants now;
one that refuses it marks the window as demanding attention, so it is asked again.
Windows and macOS know the same on-top hint. Wayland lets no program choose the place of its
window, keep it on top or take the focus: it is asked for all the same, and where the compositor
refuses, the window stands where that puts new ones. There the notification is what is seen first.
"""

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

# So long keys go on to where somebody may be typing.
HANDS_OFF_MS = 500
ASK_AGAIN_MS = 200
MOST_REQUESTS = 4


class Front(QObject):
    """Shows one window in front, at first without taking the focus from anybody."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._requests = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer would take the keyboard up to 25 ms early.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take_focus)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def come(self) -> None:
        """Show the window before all others; half a second later it takes the focus."""
        window = self._window
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        if not window.isVisible() or not (window.isActiveWindow() or self._is_here()):
            self._centre()
        window.show()
        window.raise_()
        self._requests = 0
        self._timer.start(HANDS_OFF_MS)

    def leave(self) -> None:
        """Take the focus no more."""
        self._timer.stop()

    def _take_focus(self) -> None:
        window = self._window
        if not window.isVisible() or (window.isActiveWindow() and self._requests):
            return
        window.raise_()
        window.activateWindow()
        self._requests += 1
        if self._requests < MOST_REQUESTS:
            self._timer.start(ASK_AGAIN_MS)

    def _is_here(self) -> bool:
        return room_in_use().contains(self._window.geometry().center())

    def _centre(self) -> None:
        """Stand in the middle of the screen in use."""
        window, room = self._window, room_in_use()
        window.resize(window.size().boundedTo(room.size()))
        place = window.rect()
        place.moveCenter(room.center())
        window.move(place.topLeft())


def room_in_use() -> QRect:
    """Give the room on the screen of our window that has the focus, else of the pointer."""
    active: QWidget | None = QApplication.activeWindow()
    place = active.geometry().center() if active is not None else QCursor.pos()
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
