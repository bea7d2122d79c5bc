"""The large field of an alarm's time, typed or stepped."""

from datetime import time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from alarmclock.core.words.wording import wall_time
from alarmclock.ui.editor.time_text import (
    Part,
    is_bare_time,
    is_time,
    parse_time,
    part_at,
    stepped,
)
from alarmclock.ui.theme import font
from alarmclock.ui.widgets.look import wear

# The sizes of the digits in the stylesheet, in pixels, largest first.
DIGIT_SIZES = {"large": 72, "medium": 52, "small": 36, "tiny": 22}
DIGIT_SPACING = 2
SIDE_ROOM = 40
LOWEST = 84
NOTCH = 120
STEPS = {
    Qt.Key.Key_Up: (None, 1),
    Qt.Key.Key_Down: (None, -1),
    Qt.Key.Key_PageUp: (Part.HOUR, 1),
    Qt.Key.Key_PageDown: (Part.HOUR, -1),
}


class TimeField(QLineEdit):
    """Takes a time as people write it, and writes it as hh:mm when they leave."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("time")
        self.setAccessibleName("Time")
        self.setToolTip("Type a time such as 7:15 or 7 pm, or step it with Up and Down.")
        self.setProperty("look", "time")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._turned = 0
        self._height = LOWEST
        self._is_typed_bare = False
        self.textEdited.connect(self._follow_typing)
        self.textChanged.connect(self._fit)
        self.textChanged.connect(self.changed)

    def show_time_of_day(self, wall: time) -> None:
        """Show a time, all of it selected so that typing replaces it."""
        self._is_typed_bare = False
        self.setText(wall_time(wall))
        self.selectAll()

    @property
    def is_typed_bare(self) -> bool:
        """True while the time is one that a person typed without am or pm.

        A step ends that: whoever steps sees the hour on the 24-hour clock and stops where it is
        right, and a question that came and went while the hours pass would only be in the way.
        """
        return self._is_typed_bare

    def be_high(self, height: int) -> None:
        """Take this much height."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as high as there is room for, whatever the digits need."""
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        """Leave the fields below some room in a low window."""
        return QSize(super().minimumSizeHint().width(), LOWEST)

    def value(self) -> time:
        """Give the time that is typed. Raises Invalid."""
        return parse_time(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step the time with Up, Down, Page Up and Page Down."""
        if event.key() in STEPS:
            part, steps = STEPS[Qt.Key(event.key())]
            self._step(part, steps)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step the part at the cursor, but only where the keyboard is: else the page scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        event.accept()
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._step(None, notches)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the time in full."""
        super().focusOutEvent(event)
        self._turned = 0
        if event.reason() is not Qt.FocusReason.PopupFocusReason and is_time(self.text()):
            self.setText(wall_time(self.value()))
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the largest digits that fit."""
        super().resizeEvent(event)
        self._fit()

    def _step(self, part: Part | None, steps: int) -> None:
        if not is_time(self.text()):
            return
        part = part_at(self.text(), self.cursorPosition()) if part is None else part
        self._is_typed_bare = False
        self.setText(wall_time(stepped(self.value(), part, steps)))
        # The parts have two digits each and one colon between them.
        self.setSelection(part * 3, 2)

    def _follow_typing(self, text: str) -> None:
        self._is_typed_bare = is_bare_time(text)

    def _fit(self) -> None:
        fitting = (name for name, size in DIGIT_SIZES.items() if self._fits(size))
        wear(self, next(fitting, "tiny"), "digits")

    def _fits(self, size: int) -> bool:
        width = QFontMetrics(font(size, QFont.Weight.Bold)).horizontalAdvance(self.text())
        return width + DIGIT_SPACING * len(self.text()) <= self.width() - SIDE_ROOM
