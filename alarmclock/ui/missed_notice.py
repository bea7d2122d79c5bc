"""The notice of what was missed; it stays until somebody has taken note."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring
from alarmclock.core.wording import counted, instant_words, item_name

MOST_NAMED = 3
LONGEST_NAME = 60


class MissedNotice(QFrame):
    """Says what did not ring or was not answered, when it was due and why."""

    acknowledge_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missedNotice")
        self.setProperty("look", "badSoft")
        self._text = QLabel()
        self._text.setObjectName("missedText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        done = QPushButton("OK")
        done.setObjectName("acknowledge")
        done.setAccessibleName("Take note of what was missed")
        done.setToolTip("I have taken note")
        done.clicked.connect(self.acknowledge_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.addWidget(self._text, 1)
        row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._text.text()

    def show_missed(self, missed: Sequence[tuple[Item, Ring]], now: datetime, zone: tzinfo) -> None:
        """Show what was missed; with nothing missed there is no notice."""
        sentence = missed_sentence(missed, now, zone)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(missed))


def missed_sentence(missed: Sequence[tuple[Item, Ring]], now: datetime, zone: tzinfo) -> str:
    """Say what was missed, when it was due and why: “Missed: Gym, 07:15 (nobody answered).”."""
    named = [_one(item, ring, now, zone) for item, ring in missed[-MOST_NAMED:]]
    if len(missed) > MOST_NAMED:
        named.append(f"and {len(missed) - MOST_NAMED} more")
    if len(missed) == 1:
        return f"Missed: {named[0]}."
    return f"{counted(len(missed), 'alarm was', 'alarms were')} missed: {'; '.join(named)}."


def _one(item: Item, ring: Ring, now: datetime, zone: tzinfo) -> str:
    name = item_name(item)
    short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    cause = ring.cause.value if ring.cause else "unknown"
    return f"{short}, {instant_words(ring.due, now, zone)} ({cause})"
