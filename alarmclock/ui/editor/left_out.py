"""The remark that a rule leaves months out, with the offer of one that doesn't."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class LeftOut(QWidget):
    """A sentence, and a button that takes the last such day of each month instead."""

    last_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setProperty("look", "muted")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setObjectName(name)
        self._button.setProperty("look", "add")
        self._button.setAutoDefault(False)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._sentence)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.last_wanted)
        self.hide()

    def offer(self, sentence: str, offer: str) -> None:
        """Say what is left out, and what a press takes instead."""
        self._sentence.setText(sentence)
        self._button.setText(offer)
        self._button.setAccessibleName(offer)
        self._button.setToolTip(sentence)
