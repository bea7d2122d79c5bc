"""The line in which an alarm is typed in words, and the answer below it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from alarmclock.core.errors import AlarmClockError
from alarmclock.ui.alarms.phrase_line import PhraseLine
from alarmclock.ui.widgets.look import wear
from alarmclock.ui.widgets.resting_caret import RestingCaret

if TYPE_CHECKING:
    from alarmclock.core.phrase import Answer

HINT = "Add an alarm:  “weekdays 7:15 gym”,  “in 20 min tea”"
SHORT_HINT = "“7:15 gym”, “in 20 min tea”"
ROOM_FOR_HINT = 400
OTHER_HALF_KEYS = ("Ctrl+Return", "Ctrl+Enter")

Explain = Callable[[str], "Answer"]


class QuickEntry(QWidget):
    """Shows what a line means while it is typed, or what to write instead; Enter asks for it.

    Where the other half of the day may be meant, it asks; Enter sets what is typed all the same.
    """

    entered = Signal(str)
    add_requested = Signal()

    def __init__(self, explain: Explain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain = explain
        self.line = PhraseLine()
        self.line.setObjectName("quickAdd")
        self.line.setAccessibleName("New alarm in words")
        self.line.setToolTip("New alarm in words (Ctrl+L); Enter adds it")
        self.line.setProperty("look", "entry")
        self.line.textChanged.connect(self._show_answer)
        self.line.returnPressed.connect(self._enter)
        # It has the focus from the start, mostly of a window that is only looked at.
        RestingCaret(self.line)
        self._answer = QLabel()
        self._answer.setObjectName("quickAddPreview")
        self._answer.setAccessibleName("New alarm in words")
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setWordWrap(True)
        self._answer.setContentsMargins(18, 0, 18, 0)
        self._answer.hide()
        self._other_line = ""
        self._set_up()
        for keys in OTHER_HALF_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._enter_other_half)

    def clear(self) -> None:
        """Empty the line: what it said was done, and typing it again would do it twice."""
        self.line.forget()

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
        self._other = QPushButton()
        self._other.setObjectName("quickAddOtherHalf")
        self._other.setProperty("look", "small")
        self._other.clicked.connect(self._enter_other_half)
        self._other.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        answer = QHBoxLayout()
        answer.addWidget(self._answer, 1)
        answer.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(answer)
        self.be_narrow(narrow=False)

    def _enter(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text())
        else:
            self.add_requested.emit()

    def _enter_other_half(self) -> None:
        """Ask for the time that may be meant; without such a doubt, for what is typed."""
        # The button goes with its question, and the keyboard would go anywhere.
        self.line.setFocus()
        if self._other_line:
            self.entered.emit(self._other_line)
        else:
            self._enter()

    def _show_answer(self, text: str) -> None:
        self._other_line = ""
        self.line.unmark()
        if not text.strip():
            self._offer("")
            self._say("", "good")
            return
        try:
            answer = self._explain(text)
        except AlarmClockError as error:
            self._offer("")
            hint: str = getattr(error, "hint", "")
            self._say(f"{error} {hint}".strip(), "warn")
            self._mark(error)
        else:
            self._other_line = answer.other_line
            self._offer(answer.other_time)
            self._say(answer.sentence, "good")

    def _mark(self, error: AlarmClockError) -> None:
        """Mark where a phrase is not understood, in the colour in which it is said."""
        position: int | None = getattr(error, "position", None)
        if position is not None:
            self.line.mark(position, self._answer.palette().windowText().color())

    def _offer(self, other_time: str) -> None:
        self._other.setText(f"Add {other_time}")
        self._other.setAccessibleName(f"Add it for {other_time} instead")
        self._other.setToolTip(f"Add it for {other_time} instead (Ctrl+Enter)")
        self._other.setVisible(bool(other_time))

    def _say(self, sentence: str, look: str) -> None:
        self._answer.setText(sentence)
        self._answer.setVisible(bool(sentence))
        wear(self._answer, look)
