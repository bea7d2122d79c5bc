"""The rings of the past as a Qt model: one line a ring, with all that became of it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.activity_words import Teller, Words
from alarmclock.core.activity.ring_words import ring_words
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.ui.activity.lines_model import LinesModel
from alarmclock.ui.activity.roles import Role, line_of

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

Place = tuple[int, int]
LoadRings = Callable[[Place | None, ActivityQuery], list[tuple[Place, str, Ring]]]


class RingsModel(LinesModel):
    """Reads the rings that match a query from the store, page by page, the newest first."""

    def __init__(self, clock: Clock, load: LoadRings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._load = load
        self._query = EVERYTHING
        self._lines: list[tuple[str, Ring]] = []
        self._read_down_to: Place | None = None
        self._at_end = False

    def show_query(self, query: ActivityQuery) -> None:
        """Read something else from now on."""
        self._query = query
        self.restart()

    def restart(self) -> None:
        """Read anew: rings have begun or ended."""
        self.beginResetModel()
        self._lines, self._read_down_to, self._at_end = [], None, False
        self.endResetModel()

    # Qt

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Count the lines in memory."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there may be older rings in the store."""
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: AnyIndex) -> None:
        """Read a page of older rings."""
        if not self.canFetchMore(parent):
            return
        page = self._load(self._read_down_to, self._query)
        if not page:
            self._at_end = True
            return
        self._read_down_to = page[-1][0]
        first = len(self._lines)
        self.beginInsertRows(NO_PARENT, first, first + len(page) - 1)
        self._lines += [(label, ring) for _, label, ring in page]
        self.endInsertRows()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one thing of a line, see Role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        label, ring = self._lines[index.row()]
        now, zone = self._clock.now(), self._clock.zone()
        return _told(role, ring_words(label, ring, now, zone), Teller(now, zone), ring)


def _told(role: int, words: Words, teller: Teller, ring: Ring) -> object:
    exactly = teller.exactly_when(ring.due)
    sentence = f"{exactly} {words.headline}, {words.detail}"
    told: dict[int, object] = {
        Role.LINE: line_of(teller, words, ring.due),
        Role.HEADLINE: words.headline,
        Role.NAME: words.name,
        Role.FACT: words.fact,
        Role.DETAIL: words.detail,
        Role.TIME: teller.when(ring.due),
        Role.EXACT_TIME: exactly,
        Role.TONE: words.tone.value,
        Qt.ItemDataRole.DisplayRole: sentence,
        Qt.ItemDataRole.AccessibleTextRole: sentence,
    }
    return told.get(role)
