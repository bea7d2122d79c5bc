"""The banner over all pages that says that the computer's clock looks wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from alarmclock.core.activity.clock_words import ACCEPT_CLOCK

NARROW = 520
EDGE, NARROW_EDGE = 24, 12


class ClockBanner(QWidget):
    """Stays until the clock is right again, or somebody says that it is."""

    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clockBanner")
        self._text = QLabel()
        self._text.setObjectName("clockProblem")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        accept = QPushButton(ACCEPT_CLOCK)
        accept.setObjectName("acceptClock")
        accept.setAccessibleName(ACCEPT_CLOCK)
        accept.setToolTip("Go on with the time that this computer shows")
        accept.clicked.connect(self.accept_requested)
        card = QFrame()
        card.setProperty("look", "warnSoft")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._row.setContentsMargins(16, 10, 10, 10)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(accept, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addWidget(card)
        self._fit()

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._text.text()

    def show_problem(self, sentence: str) -> None:
        """Say what looks wrong."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the text where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        edge = NARROW_EDGE if narrow else EDGE
        self._column.setContentsMargins(edge, edge, edge, 0)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if narrow else beside)
