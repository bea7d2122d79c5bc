"""Brings a window before all others, and lets it take the keyboard only half a second later.

X11: the window is kept above the others, over full-screen ones from the moment it has the focus,
and appears on the desktop in use. Window managers give the focus only to what a person wants now;
one that refuses it marks the window as demanding attention, so it is asked again.
Windows and macOS know the same on-top hint. Wayland lets no program choose the place of its
window, keep it on top or take the focus: it is asked for all the same, and where the compositor
refuses, the window stands where that puts new ones. There the notification is what is seen first.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

# So long keys go on to where somebody may be typing.
HANDS_OFF_MS = 500
ASK_AGAIN_MS = 200
MOST_REQUESTS = 4
# So often it waits that long again for somebody who goes on typing in another window of ours.
MOST_DELAYS = 5


class Front(QObject):
    """Shows one window in front, at first without taking the focus from anybody."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._requests = 0
        self._typed_in: QWindow | None = None
        self._is_typing = False
        self._delays = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer would take the keyboard up to 25 ms early.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take_focus)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def come(self) -> None:
        """Show the window before all others; half a second later it takes the focus.

        Where somebody types in another window of ours, it waits for a pause of that length, but
        not for ever. What is typed in other programs can't be seen.
        """
        window = self._window
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        if not window.isVisible() or not (window.isActiveWindow() or self._is_here()):
            self._centre()
        window.show()
        window.raise_()
        self._requests = self._delays = 0
        self._listen_to(QGuiApplication.focusWindow())
        self._timer.start(HANDS_OFF_MS)

    def leave(self) -> None:
        """Take the focus no more."""
        self._listen_to(None)
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice what is typed in the window that has the focus, and leave it there."""
        self._is_typing = self._is_typing or event.type() == QEvent.Type.KeyPress
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        self._is_typing = False
        if self._typed_in is not None and isValid(self._typed_in):
            self._typed_in.removeEventFilter(self)
        is_other = window is not None and window is not self._window.windowHandle()
        self._typed_in = window if is_other else None
        if self._typed_in is not None:
            self._typed_in.installEventFilter(self)

    def _take_focus(self) -> None:
        window = self._window
        if self._is_typing and self._delays < MOST_DELAYS:
            self._is_typing = False
            self._delays += 1
            self._timer.start(HANDS_OFF_MS)
            return
        self._listen_to(None)
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
