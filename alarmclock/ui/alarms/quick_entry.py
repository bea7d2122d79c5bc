"""The line in which an alarm is typed in words, and the answer below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from alarmclock.core.errors import AlarmClockError

HINT = "Add an alarm:  “weekdays 7:15 gym”,  “in 20 min tea”"
SHORT_HINT = "“7:15 gym”, “in 20 min tea”"
ROOM_FOR_HINT = 400

Explain = Callable[[str], str]


class QuickEntry(QWidget):
    """Shows what a line means while it is typed, and asks for it on Enter."""

    entered = Signal(str)
    add_requested = Signal()

    def __init__(self, explain: Explain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self.line = QLineEdit()
        self.line.setObjectName("quickAdd")
        self.line.setAccessibleName("New alarm in words")
        self.line.setToolTip("New alarm in words (Ctrl+L); Enter adds it")
        self.line.setProperty("look", "entry")
        self.line.textChanged.connect(self._show_answer)
        self.line.returnPressed.connect(self._enter)
        self._answer = QLabel()
        self._answer.setObjectName("quickAddPreview")
        self._answer.setAccessibleName("New alarm in words")
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setWordWrap(True)
        self._answer.setContentsMargins(18, 0, 18, 0)
        self._answer.hide()
        self._set_up()

    def clear(self) -> None:
        """Empty the line: what it said was done."""
        self.line.clear()

    def refresh(self) -> None:
        """Say anew what the line means: time has passed."""
        if self.line.text().strip():
            self._show_answer(self.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        else:
            super().keyPressEvent(event)

    def be_narrow(self, *, narrow: bool) -> None:
        """Say less where there is little room."""
        self.line.setPlaceholderText(SHORT_HINT if narrow else HINT)
        self._add.setText("Add" if narrow else "Add alarm")

    def _set_up(self) -> None:
        self._add = QPushButton()
        self._add.setObjectName("addAlarm")
        self._add.setAccessibleName("Add alarm")
        self._add.setToolTip("Add alarm (Ctrl+N)")
        self._add.setProperty("look", "primary")
        self._add.setMinimumHeight(46)
        self._add.clicked.connect(self.add_requested)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._answer)
        self.be_narrow(narrow=False)

    def _enter(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text())
        else:
            self.add_requested.emit()

    def _show_answer(self, text: str) -> None:
        understood = True
        try:
            answer = self._explain(text) if text.strip() else ""
        except AlarmClockError as error:
            answer, understood = str(error), False
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))
        look = "good" if understood else "warn"
        if self._answer.property("look") != look:
            self._answer.setProperty("look", look)
            self._answer.style().unpolish(self._answer)
            self._answer.style().polish(self._answer)
