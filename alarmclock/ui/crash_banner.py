"""The banner over all pages that says that the run before this one was not closed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from alarmclock.ui.widgets.long_words import BreakableLabel, breakable

NARROW = 620
EDGE, NARROW_EDGE = 24, 12
SHOW, CLOSE = "Show the file", "Close"


class CrashBanner(QWidget):
    """Says when it ended, and what became of what was due; it stays until it is closed."""

    file_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashBanner")
        self._sentence = _label("crashSentence")
        self._lines = _label("crashLines")
        self._file = _button("showCrashFile", SHOW, "Open what is known of it")
        self._file.clicked.connect(self.file_requested)
        close = _button("closeCrashBanner", CLOSE, "Close this message")
        close.setAccessibleName("Close this message")
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._sentence)
        words.addWidget(self._lines)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch()
        buttons.addWidget(self._file)
        buttons.addWidget(close)
        card = QFrame()
        card.setProperty("look", "warnSoft")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._row.setContentsMargins(16, 10, 10, 10)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        self._row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.addWidget(card)
        self._fit()

    def text(self) -> str:
        """Give all that is shown."""
        return f"{self._sentence.text()}\n{self._lines.text()}".replace("\u200b", "")

    def show_crash(self, sentence: str, lines: Sequence[str], *, has_file: bool) -> None:
        """Say what happened; without a file there is none to show."""
        self._sentence.setText(breakable(sentence))
        self._lines.setText(breakable("\n".join(lines)))
        self._file.setVisible(has_file)
        self.setAccessibleName(" ".join([sentence, *lines]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the text where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        edge = NARROW_EDGE if narrow else EDGE
        self._column.setContentsMargins(edge, edge, edge, 0)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if narrow else beside)


def _label(name: str) -> BreakableLabel:
    label = BreakableLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(name: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setToolTip(tip)
    return button
