"""The line under the time that says when the alarm rings, or why it would not."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from alarmclock.core.certainty.verdict import Grade
from alarmclock.ui.widgets.look import wear


class Tone(Enum):
    """How a sentence is meant; the value is its look in the stylesheet."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    UNFINISHED = "muted"


TONES = {Grade.GOOD: Tone.GOOD, Grade.WARNING: Tone.WARN, Grade.BAD: Tone.BAD}


class Sentence(QLabel):
    """One sentence in the colour of its tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nextRings")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show a sentence; saying the same again repaints nothing."""
        if text != self.text():
            self.setText(text)
        wear(self, tone.value, "look")
