"""Asks in the ring window for what has to be done before Stop stops."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from alarmclock.core.sounding.task import Assignment
from alarmclock.ui.ring.glass_button import ENTER_KEYS, GlassButton
from alarmclock.ui.theme import font
from alarmclock.ui.widgets.sentence import ErrorSentence

LONGEST_ANSWER = 200
# A prompt longer than this is a sentence, and is written smaller.
LONGEST_SUM = 20


class AnswerField(QLineEdit):
    """Where the answer is typed; Enter, Space and Esc belong to it, not to the window."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check on Enter, go back on Esc; all else is typing."""
        if event.key() in ENTER_KEYS:
            # A key held from the press that opened the task answers nothing.
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TaskView(QFrame):
    """Asks for one assignment after the other."""

    done = Signal()
    left = Signal()

    def __init__(self, is_listening: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: Sequence[Assignment] = ()
        self._place = 0
        self._progress = QLabel()
        self._prompt = QLabel()
        self._answer = AnswerField()
        self._check = GlassButton("Check", "glassSmall", is_listening)
        self._wrong = ErrorSentence()
        self._set_up()

    @property
    def has_tasks(self) -> bool:
        """True once it knows what to ask for."""
        return bool(self._tasks)

    @property
    def field(self) -> QWidget:
        """Where the answer is typed."""
        return self._answer

    def ask(self, tasks: Sequence[Assignment]) -> None:
        """Ask for these from the first on."""
        self._tasks = tasks
        self._show(0)

    def take_focus(self) -> None:
        """Let the answer be typed."""
        self._answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_up(self) -> None:
        self.setObjectName("taskView")
        self.setProperty("look", "glassCard")
        self._progress.setObjectName("taskProgress")
        self._progress.setFont(font(13, QFont.Weight.DemiBold))
        self._prompt.setObjectName("taskPrompt")
        self._prompt.setTextFormat(Qt.TextFormat.PlainText)
        self._prompt.setWordWrap(True)
        for label in (self._progress, self._prompt):
            label.setProperty("look", "onSky")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._answer.setObjectName("taskAnswer")
        self._answer.setProperty("look", "answer")
        self._answer.setMaxLength(LONGEST_ANSWER)
        self._answer.entered.connect(self._check_answer)
        self._answer.left.connect(self.left)
        self._answer.textEdited.connect(lambda _text: self._refuse(""))
        self._check.setObjectName("checkAnswer")
        self._check.setAccessibleName("Check")
        self._check.setToolTip("Check (Enter)")
        self._check.clicked.connect(self._check_answer)
        self._wrong.setObjectName("taskWrong")
        self._wrong.setProperty("look", "warnOnSky")
        self._wrong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._answer, 1)
        row.addWidget(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        for label in (self._progress, self._prompt):
            column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._wrong)

    def _show(self, place: int) -> None:
        self._place = place
        task = self._tasks[place]
        several = len(self._tasks) > 1
        self._progress.setText(f"{place + 1} of {len(self._tasks)}")
        self._progress.setVisible(several)
        self._prompt.setFont(font(30 if len(task.prompt) <= LONGEST_SUM else 18, QFont.Weight.Bold))
        self._prompt.setText(task.prompt)
        self._prompt.setAccessibleName(task.spoken)
        where = f"{self._progress.text()}: " if several else ""
        self._answer.setAccessibleName(f"{where}{task.spoken}")
        self._answer.setPlaceholderText(task.hint)
        self._answer.clear()
        self._refuse("")

    def _check_answer(self) -> None:
        task = self._tasks[self._place]
        if not task.check(self._answer.text()):
            self._refuse(task.refusal)
            self._answer.selectAll()
            self.take_focus()
        elif self._place + 1 < len(self._tasks):
            self._show(self._place + 1)
            self.take_focus()
        else:
            self.done.emit()

    def _refuse(self, sentence: str) -> None:
        if sentence or self._wrong.text():
            self._wrong.say(sentence)
        self._answer.setAccessibleDescription(sentence)


def is_typing(widget: QObject | None) -> bool:
    """Tell whether somebody types an answer there."""
    return isinstance(widget, AnswerField)
