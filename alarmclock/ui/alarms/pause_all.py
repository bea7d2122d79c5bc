"""Pausing all alarms at once: the button that asks how long, and the notice that ends it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from alarmclock.core.alarm import Alarm
from alarmclock.core.words.wording import counted, short_day
from alarmclock.ui.theme import Theme

SIZE = 46
BAR_WIDTH, BAR_HEIGHT, BAR_GAP = 4.0, 16.0, 5.0


class PauseAllButton(QPushButton):
    """Two bars, drawn rather than loaded: the first picture of the window holds them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("pauseAll")
        self.setAccessibleName("Pause all alarms")
        self.setToolTip("Pause all alarms (Ctrl+P)")
        self.setFixedSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars on the button."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("muted"))
        middle = QRectF(self.rect()).center()
        for left in (middle.x() - BAR_GAP / 2 - BAR_WIDTH, middle.x() + BAR_GAP / 2):
            bar = QRectF(left, middle.y() - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT)
            painter.drawRoundedRect(bar, 1.5, 1.5)


class PauseNotice(QFrame):
    """Says that alarms are paused and until when; it stays while they are."""

    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pauseNotice")
        self.setProperty("look", "soft")
        self._text = QLabel()
        self._text.setObjectName("pauseText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        resume = QPushButton("Resume all")
        resume.setObjectName("resumeAll")
        resume.setAccessibleName("Resume all alarms")
        resume.setToolTip("Resume all alarms (Ctrl+P)")
        resume.clicked.connect(self.resume_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.addWidget(self._text, 1)
        row.addWidget(resume)
        self.hide()

    def show_paused(self, paused: Sequence[Alarm], all_alarms: int) -> None:
        """Show which alarms are paused together; with none there is no notice."""
        self._text.setText(pause_sentence(paused, all_alarms) if paused else "")
        self.setAccessibleName(self._text.text())
        self.setVisible(bool(paused))


def pause_sentence(paused: Sequence[Alarm], armed: int) -> str:
    """Say which of the alarms that are on are paused: “All alarms are paused until Thu 3 Dec.”."""
    some = counted(len(paused), "alarm is", "alarms are")
    who = "All alarms are" if len(paused) == armed else some
    until = min((_until(alarm) or date.max for alarm in paused), default=date.max)
    if until == date.max:
        return f"{who} paused until you resume."
    return f"{who} paused until {short_day(until)} {until.year}."


def _until(alarm: Alarm) -> date | None:
    return alarm.pause.until if alarm.pause else None
