"""The line at the foot of the page that says what was done, and takes it back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from alarmclock.ui.widgets.long_words import BreakableLabel, breakable

SHOWN_FOR_MS = 6000
# A bar narrower than this has its buttons below the words.
NARROW = 400


class MessageBar(QFrame):
    """Shows one message at a time: news go by themselves, errors stay until closed.

    A reminder waits until there is nothing else to say, and stays until closed.
    """

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._text = BreakableLabel()
        self._text.setObjectName("message")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._undo = QPushButton("Undo")
        self._undo.setObjectName("undo")
        self._undo.setAccessibleName("Undo")
        self._undo.setToolTip("Undo (Ctrl+Z)")
        self._undo.setProperty("look", "quiet")
        self._undo.clicked.connect(self.undo_requested)
        close = QPushButton("Close")
        close.setObjectName("closeMessage")
        close.setAccessibleName("Close this message")
        close.setToolTip("Close this message")
        close.setProperty("look", "quiet")
        close.clicked.connect(self._close)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._undo)
        self._buttons.addWidget(close)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(self._buttons)
        self._sentence = ""
        self._is_narrow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._is_news = False
        self._is_reminding = False
        self._reminders: list[str] = []
        self.hide()

    def text(self) -> str:
        """Give the message that is shown, empty when there is none."""
        return self._sentence if not self.isHidden() else ""

    def tell(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what was done."""
        self._show(sentence, look="soft", news=True, undoable=undoable)

    def warn(self, sentence: str) -> None:
        """Say what could not be done."""
        self._show(sentence, look="badSoft", news=False, undoable=False)

    def remind(self, sentence: str) -> None:
        """Say what should be known before long."""
        self._reminders.append(sentence)
        if self.isHidden():
            self._go_on()

    def forget(self, sentence: str) -> None:
        """Take a reminder back: it is true no more."""
        if sentence not in self._reminders:
            return
        is_shown = self._is_reminding and self._reminders[0] == sentence
        self._reminders.remove(sentence)
        if is_shown:
            self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Let news go after a while."""
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words the whole width where there is little."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._is_narrow = event.size().width() < NARROW
        self._row.setDirection(below if self._is_narrow else beside)
        self._write()

    def _close(self) -> None:
        if self._is_reminding:
            self._reminders.pop(0)
        self._go_on()

    def _go_on(self) -> None:
        """Let the message go, for a reminder that waits."""
        if self._reminders:
            self._show(self._reminders[0], look="warnSoft", news=False, undoable=False)
            self._is_reminding = True
        else:
            self._is_reminding = False
            self.hide()

    def _show(self, sentence: str, *, look: str, news: bool, undoable: bool) -> None:
        self._is_news, self._is_reminding = news, False
        self._sentence = sentence
        self._undo.setVisible(undoable)
        self._write()
        self.setAccessibleName(sentence)
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._run_timer()

    def _write(self) -> None:
        self._text.setText(breakable(self._sentence) if self._has_long_word() else self._sentence)

    def _has_long_word(self) -> bool:
        """Tell whether a word has no room in a line of its own."""
        metrics, margins = self._text.fontMetrics(), self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not self._is_narrow:
            room -= self._buttons.sizeHint().width() + self._row.spacing()
        return any(metrics.horizontalAdvance(word) > room for word in self._sentence.split())

    def _run_timer(self) -> None:
        if self._is_news:
            self._timer.start(SHOWN_FOR_MS)
        else:
            self._timer.stop()
