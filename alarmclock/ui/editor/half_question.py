"""The question below the time whether the other half of the day was meant."""

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from alarmclock.core.certainty.half_day import OtherHalf
from alarmclock.core.words.wording import wall_time

GAP = 8


class HalfQuestion(QWidget):
    """Asks, with a button that takes the other half; seen only while there is a doubt."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time: time | None = None
        self._question = QLabel(self)
        self._question.setObjectName("halfQuestion")
        self._question.setProperty("look", "warn")
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._take = QPushButton(self)
        self._take.setObjectName("otherHalf")
        self._take.setProperty("look", "small")
        self._take.clicked.connect(self.taken)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._question, 1)
        layout.addWidget(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ask(None)

    def ask(self, doubt: OtherHalf | None) -> None:
        """Ask about a doubt, None takes the question back; to ask the same repaints nothing."""
        self.time = doubt.time if doubt else None
        if doubt is not None:
            other = wall_time(doubt.time)
            self._question.setText(doubt.whole_question)
            self._take.setText(f"Yes, {other}")
            self._take.setAccessibleName(f"Yes, {other}")
            self._take.setToolTip(f"Change the time to {other}. Otherwise it stays as it is.")
        self.setVisible(doubt is not None)
