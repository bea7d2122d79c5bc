"""What a line of the activity tells, by role."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from html import escape

from PySide6.QtCore import Qt

from alarmclock.core.activity_words import Teller
from alarmclock.core.events import Event


class Role(IntEnum):
    """What a line tells, by name."""

    HEADLINE = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    FACT = Qt.ItemDataRole.UserRole + 3
    DETAIL = Qt.ItemDataRole.UserRole + 4
    TIME = Qt.ItemDataRole.UserRole + 5
    EXACT_TIME = Qt.ItemDataRole.UserRole + 6
    TONE = Qt.ItemDataRole.UserRole + 7
    PROGRESS = Qt.ItemDataRole.UserRole + 8
    # All that is said of a line: it takes as long as one part of it.
    WORDS = Qt.ItemDataRole.UserRole + 9


Tell = Callable[[Teller, Event], object]

TOLD: Mapping[int, Tell] = {
    Role.HEADLINE: lambda teller, event: teller.words(event).headline,
    Role.NAME: lambda teller, event: teller.words(event).name,
    Role.FACT: lambda teller, event: teller.words(event).fact,
    Role.DETAIL: lambda teller, event: teller.words(event).detail,
    Role.TIME: lambda teller, event: teller.when(event.at),
    Role.EXACT_TIME: lambda teller, event: teller.exactly_when(event.at),
    Role.TONE: lambda teller, event: teller.words(event).tone.value,
    Role.PROGRESS: lambda teller, event: teller.words(event).progress,
    Role.WORDS: lambda teller, event: teller.words(event),
    Qt.ItemDataRole.DisplayRole: lambda teller, event: teller.sentence(event),
    Qt.ItemDataRole.AccessibleTextRole: lambda teller, event: teller.sentence(event),
    # A label may look like markup, and a long one is wrapped only as rich text.
    Qt.ItemDataRole.ToolTipRole: lambda teller, event: f"<qt>{escape(teller.sentence(event))}</qt>",
}
