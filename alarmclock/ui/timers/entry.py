"""Where people set a timer of their own: hours, minutes, seconds and a label."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from alarmclock.core.errors import Invalid
from alarmclock.core.timer import Timer
from alarmclock.ui.theme import font
from alarmclock.ui.timers.length_field import DIGIT_SIZE, LengthField
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.sentence import ErrorSentence

FIRST_MINUTES = 5
UNIT_HEIGHT = 14


class TimerEntry(QFrame):
    """A card with the length, the label and Start; Enter starts from any of them."""

    start_requested = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._hours = LengthField(icons, "Hours", "timerHours", self)
        self._minutes = LengthField(icons, "Minutes", "timerMinutes", self)
        self._seconds = LengthField(icons, "Seconds", "timerSeconds", self)
        self._minutes.digits.setValue(FIRST_MINUTES)
        self._label = QLineEdit(self)
        self._label.setObjectName("timerLabel")
        self._label.setAccessibleName("Label")
        self._label.setPlaceholderText("Label, for example Tea")
        self._start = QPushButton("Start", self)
        self._start.setObjectName("startTimer")
        self._start.setAccessibleName("Start timer")
        self._start.setToolTip("Start the timer (Enter)")
        self._start.setProperty("look", "primary")
        self._start.clicked.connect(self.start)
        self._error = ErrorSentence(self)
        self._error.setObjectName("timerError")
        self._lay_out()
        self._forget_errors_on_change()

    def start(self) -> None:
        """Ask for the timer that is set here, or say why there can be none."""
        try:
            timer = Timer(self.length(), " ".join(self._label.text().split()))
        except Invalid as error:
            self._error.say(str(error))
            (self._label if error.field == "label" else self._minutes.digits).setFocus()
            return
        self._error.say("")
        self._label.clear()
        self.start_requested.emit(timer)

    def length(self) -> timedelta:
        """Give the length that is set."""
        return timedelta(
            hours=self._hours.digits.value(),
            minutes=self._minutes.digits.value(),
            seconds=self._seconds.digits.value(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start on Enter, wherever the focus is in here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start()
        else:
            super().keyPressEvent(event)

    def _forget_errors_on_change(self) -> None:
        for field in self._fields():
            field.digits.valueChanged.connect(self._forget_error)
        self._label.textEdited.connect(self._forget_error)

    def _forget_error(self) -> None:
        self._error.say("")

    def _fields(self) -> tuple[LengthField, ...]:
        return (self._hours, self._minutes, self._seconds)

    def _lay_out(self) -> None:
        lengths = QHBoxLayout()
        lengths.setSpacing(4)
        for number, field in enumerate(self._fields()):
            if number:
                lengths.addWidget(self._colon())
            lengths.addWidget(field, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(lengths)
        for part in (self._label, self._error, self._start):
            column.addWidget(part)

    def _colon(self) -> QLabel:
        colon = QLabel(":", self)
        colon.setFont(font(DIGIT_SIZE, QFont.Weight.DemiBold))
        # The digits stand below the middle of their field by half of the unit above them.
        colon.setContentsMargins(0, UNIT_HEIGHT, 0, 0)
        return colon
