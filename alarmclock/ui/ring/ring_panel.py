"""One ring in the ring window: its time, its label, Stop and Snooze."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from alarmclock.ui.ring.view import RingView
from alarmclock.ui.theme import font
from alarmclock.ui.widgets.elided_label import ElidedLabel

SNOOZE_MINUTES = (1, 5, 10, 15, 30)
PRESS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class GlassButton(QPushButton):
    """A button over the sky, pressed by Enter and by Space, but not before the window listens."""

    def __init__(self, text: str, look: str, is_listening: Callable[[], bool]) -> None:
        super().__init__(text)
        self._is_listening = is_listening
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at once, so that a key held from before does nothing."""
        if event.key() not in PRESS_KEYS:
            super().keyPressEvent(event)
        elif self._is_listening() and not event.isAutoRepeat() and self.isEnabled():
            self.click()


class RingPanel(QFrame):
    """Shows a ring large, or as one of several."""

    stop_requested = Signal(str)
    snooze_requested = Signal(str, object)

    def __init__(
        self, item_id: str, is_listening: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self._view: RingView | None = None
        self._is_compact: bool | None = None
        self._digits = QLabel()
        self._label = ElidedLabel()
        self._detail = ElidedLabel()
        self._stop = GlassButton("Stop", "glassSolid", is_listening)
        self._snooze = GlassButton("Snooze", "glass", is_listening)
        self._lengths = [
            GlassButton(str(minutes), "glassChip", is_listening) for minutes in SNOOZE_MINUTES
        ]
        self._set_up()
        self.be_compact(compact=False)

    def show_ring(self, view: RingView, zone: tzinfo) -> None:
        """Show how the ring stands."""
        self._view = view
        self._digits.setText(view.digits(zone))
        self._label.setText(view.name)
        self._label.setAccessibleName(view.name)
        self.setAccessibleName(f"{view.name} rings")
        self._stop.setAccessibleName("Stop")
        self._stop.setAccessibleDescription(f"Stop {view.name}")
        self._snooze.setText(view.snooze_words)
        self._snooze.setAccessibleDescription(f"{view.snooze_words}: {view.name}")
        for button in (self._snooze, *self._lengths):
            button.setEnabled(view.can_snooze)

    def show_time(self, now: datetime, zone: tzinfo) -> None:
        """Show how long it has rung."""
        if self._view is not None:
            self._detail.setText(self._view.detail(now, zone))

    def be_compact(self, *, compact: bool) -> None:
        """Be one of several, or fill the window."""
        if compact is self._is_compact:
            return
        self._is_compact = compact
        self.setProperty("look", "glassCard" if compact else "")
        for widget in (self, self._stop, self._snooze):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._digits.setFont(font(44 if compact else 88, QFont.Weight.Bold))
        self._label.setFont(font(18 if compact else 24, QFont.Weight.DemiBold))
        for button in (self._stop, self._snooze):
            button.setMinimumHeight(44 if compact else 60)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom
        )
        self._head.setSpacing(18 if compact else 6)
        for label in (self._digits, self._label, self._detail):
            label.setAlignment(left if compact else centred)

    def stop(self) -> None:
        """Ask for the end of this ring."""
        self.stop_requested.emit(self.item_id)

    def snooze(self) -> None:
        """Ask for the alarm's own snooze."""
        if self._view is None or self._view.can_snooze:
            self.snooze_requested.emit(self.item_id, None)

    def _set_up(self) -> None:
        self._label.setObjectName("ringLabel")
        self._stop.setObjectName("stop")
        self._stop.setToolTip("Stop (Enter)")
        self._snooze.setObjectName("snooze")
        self._snooze.setAccessibleName("Snooze")
        self._snooze.setToolTip("Snooze (Space)")
        self._stop.clicked.connect(self.stop)
        self._snooze.clicked.connect(self.snooze)
        self._detail.setFont(font(14, QFont.Weight.DemiBold))
        for label in (self._digits, self._label, self._detail):
            label.setProperty("look", "onSky")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self._label)
        words.addWidget(self._detail)
        words.addStretch()
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self._digits)
        self._head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self._snooze, 1)
        buttons.addWidget(self._stop, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addStretch(1)
        column.addLayout(self._head)
        column.addStretch(1)
        column.addLayout(buttons)
        column.addLayout(self._chips())

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button, minutes in zip(self._lengths, SNOOZE_MINUTES, strict=True):
            name = f"Snooze {minutes} min"
            button.setObjectName(f"snooze_{minutes}")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(
                lambda _checked=False, length=timedelta(minutes=minutes): (
                    self.snooze_requested.emit(self.item_id, length)
                )
            )
            row.addWidget(button)
        row.addStretch()
        return row
