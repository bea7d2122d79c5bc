"""What a line of the activity tells, by role."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import IntEnum
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt

from alarmclock.core.activity.activity_words import Teller, Words
from alarmclock.core.activity.events import Event


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
    # All that is painted of a line, see Line: it takes hardly longer than one part of it.
    LINE = Qt.ItemDataRole.UserRole + 9


class Line(NamedTuple):
    """What is painted of a line; `day` names the day on which it was, empty for today."""

    words: Words
    day: str
    clock: str

    @property
    def time(self) -> str:
        """When it was, of another day only which."""
        return self.day or self.clock

    @property
    def exact_time(self) -> str:
        """When it was, to the second."""
        return f"{self.day} {self.clock}".lstrip()


def line_of(teller: Teller, words: Words, at: datetime) -> Line:
    """Give all that is painted of what happened at an instant."""
    return Line(words, teller.day_passed(at), teller.clock_to_second(at))


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
    Role.LINE: lambda teller, event: line_of(teller, teller.words(event), event.at),
    Qt.ItemDataRole.DisplayRole: lambda teller, event: teller.sentence(event),
    Qt.ItemDataRole.AccessibleTextRole: lambda teller, event: teller.sentence(event),
    # A label may look like markup, and a long one is wrapped only as rich text.
    Qt.ItemDataRole.ToolTipRole: lambda teller, event: f"<qt>{escape(teller.sentence(event))}</qt>",
}
