"""The seven round chips of the weekdays."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from alarmclock.core.rules.rule import Weekday
from alarmclock.core.words.wording import DAY_NAMES
from alarmclock.ui.theme import Theme, font

WIDEST, NARROWEST = 34, 24
FOCUS_WIDTH = 2.0
FOCUS_GAP = 1.5
MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class DayChip(QAbstractButton):
    """One weekday, on or off."""

    moved = Signal(int)

    def __init__(self, theme: Theme, day: Weekday, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day = day
        name = DAY_NAMES[day]
        self.setObjectName(f"day{name[:3]}")
        self.setAccessibleName(name)
        self.setToolTip(f"{name} (Space)")
        self.setText(name[0])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(NARROWEST, WIDEST)
        self.setMaximumSize(WIDEST, WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Be round where there is room."""
        return QSize(WIDEST, WIDEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the week with the arrows; leave Enter to the editor, which saves."""
        if event.key() in MOVES:
            self.moved.emit(MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc, its letter, and a ring around it for the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(0, 0, min(self.width(), self.height()), min(self.width(), self.height()))
        ring.moveCenter(QRectF(self.rect()).center())
        ring.adjust(FOCUS_WIDTH / 2, FOCUS_WIDTH / 2, -FOCUS_WIDTH / 2, -FOCUS_WIDTH / 2)
        inset = FOCUS_WIDTH / 2 + FOCUS_GAP
        disc = ring.adjusted(inset, inset, -inset, -inset)
        self._draw_disc(painter, disc)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), FOCUS_WIDTH))
            painter.drawEllipse(ring)

    def _draw_disc(self, painter: QPainter, disc: QRectF) -> None:
        on = self.isChecked()
        edge = "accent" if self.underMouse() else "soft" if on else "line"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("soft" if on else "background"))
        painter.drawEllipse(disc)
        painter.setPen(self._theme.colour("accent" if on else "dim"))
        painter.setFont(font(12, QFont.Weight.Bold if on else QFont.Weight.Medium))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.text())


class DayChips(QWidget):
    """The week as seven chips; arrow keys walk along it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._chips = [DayChip(theme, day, self) for day in Weekday]
        for chip in self._chips:
            layout.addWidget(chip)
            chip.toggled.connect(self.changed)
            chip.moved.connect(self._move)

    @property
    def first(self) -> DayChip:
        """The chip of Monday."""
        return self._chips[0]

    def days(self) -> frozenset[Weekday]:
        """Give the days that are on."""
        return frozenset(chip.day for chip in self._chips if chip.isChecked())

    def show_days(self, days: AbstractSet[Weekday]) -> None:
        """Show these days as on, without telling of a change."""
        for chip in self._chips:
            blocker = QSignalBlocker(chip)
            chip.setChecked(chip.day in days)
            blocker.unblock()
            chip.update()

    def _move(self, steps: int) -> None:
        focused = self.focusWidget()
        if isinstance(focused, DayChip):
            reached = (focused.day + steps) % len(self._chips)
            self._chips[reached].setFocus(Qt.FocusReason.OtherFocusReason)
