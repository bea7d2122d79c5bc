"""The alarms as a list, sorted by what rings next; it follows the book change by change."""

from collections.abc import Callable, Collection, Iterable
from enum import IntEnum
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.verdict import Verdict
from alarmclock.core.certainty.verdict_words import against_words
from alarmclock.core.change import Change
from alarmclock.core.outlook.soonest import soonest
from alarmclock.ui.alarms.find_text import words_of
from alarmclock.ui.alarms.row_text import AlarmRow, row_of
from alarmclock.ui.alarms.rows import Rows
from alarmclock.ui.alarms.sort_key import SortKey, key_of
from alarmclock.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
VerdictOf = Callable[[Alarm], Verdict]

# Rows that come, go and move for themselves; more than these are read anew together.
MOST_ONE_BY_ONE = 20
NO_VERDICT = Verdict(())
# To work out the dues of so many takes a few milliseconds; of more, first those that are seen.
READ_AT_ONCE, FIRST_ROWS = 400, 40


class Role(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    GRADE = Qt.ItemDataRole.UserRole + 2


class AlarmModel(QAbstractListModel):
    """One row an alarm: those that ring come first, by their due; then those that are off.

    It can be narrowed to the alarms that have some words.
    ``verdict_of`` judges whether an alarm will be heard; it is asked for the rows that are shown.
    """

    def __init__(
        self, book: AlarmBook, parent: QObject | None = None, verdict_of: VerdictOf | None = None
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._verdict_of = verdict_of
        self._rows = Rows(book)

    def start(self) -> None:
        """Read the book and follow it.

        Of a large book only the first rows are read, those that a person sees; whoever starts it
        gives it the others by `add_rows`, some at a time.
        """
        self._book.listen(self.follow)
        if len(self._book) <= READ_AT_ONCE:
            self.reload()
        else:
            first = soonest(self._book, self._book.moment())
            self.add_rows(item_id for _, item_id in islice(first, FIRST_ROWS))

    def reload(self) -> None:
        """Read everything anew: the clock or the zone has changed."""
        book, moment = self._book, self._book.moment()
        self.beginResetModel()
        self._rows.fill(row_of(book, alarm, moment) for alarm in book.alarms())
        self.endResetModel()

    def add_rows(self, item_ids: Iterable[str]) -> None:
        """Show these alarms, as far as they have no row yet."""
        book, moment = self._book, self._book.moment()
        found = [book.find(item_id) for item_id in item_ids if not self._rows.find(item_id)]
        rows = [row_of(book, alarm, moment) for alarm in found if isinstance(alarm, Alarm)]
        if rows:
            self._insert_all({key_of(row): row for row in rows})

    def follow(self, change: Change) -> None:
        """Take over what a change did."""
        item_ids = change.item_ids
        if len(item_ids) > MOST_ONE_BY_ONE:
            self._follow_many(item_ids)
            return
        for item_id in item_ids:
            item = self._book.find(item_id)
            if isinstance(item, Alarm):
                self._show(row_of(self._book, item))
            elif (row := self._rows.find(item_id)) is not None:
                self._remove(row)

    def show_verdicts(self) -> None:
        """Say anew which alarms will be heard: something else is known of the computer."""
        if self._rows:
            first, last = self.index(0), self.index(len(self._rows) - 1)
            self.dataChanged.emit(first, last)

    # What is looked for

    @property
    def is_narrowed(self) -> bool:
        """True while only the alarms are shown that have some words."""
        return self._rows.is_narrowed

    def prepare_to_find(self, most: int) -> bool:
        """Read what so many alarms are found by, and tell whether there is none left to read."""
        return self._rows.finder.prepare(self._rows.every(), most)

    def narrow(self, typed: str) -> bool:
        """Show only the alarms that have all the words; without a word, all of them.

        Tells whether these are other words than before.
        """
        if words_of(typed) == self._rows.finder.words:
            return False
        self.beginResetModel()
        self._rows.narrow(typed)
        self.endResetModel()
        return True

    def find_no_more(self) -> bool:
        """Show all of them, and hold no longer what they are found by."""
        was_narrowed = self.narrow("")
        self._rows.finder.forget_all()
        return was_narrowed

    # What there is

    @property
    def total(self) -> int:
        """The number of all alarms, those that are not shown as well."""
        return self._rows.total

    def row_number(self, item_id: str) -> int | None:
        """Give the row in which an alarm stands, None when it is gone or not shown."""
        row = self._rows.find(item_id)
        return self._rows.place(row) if row is not None and self._rows.shows(row) else None

    def row(self, number: int) -> AlarmRow:
        """Give what a row shows."""
        return self._rows.at(number)

    def item_id(self, row: int) -> str:
        """Give the alarm of a row."""
        return self._rows.at(row).alarm.id

    def first(self) -> Alarm | None:
        """Give the alarm that rings next, shown or not; None when there is no alarm."""
        row = self._rows.first()
        return row.alarm if row is not None else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of alarms that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row to the delegate, and a sentence to everybody else."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows.at(index.row())
        match role:
            case Role.ROW:
                return row
            case Role.ID:
                return row.alarm.id
            case Role.GRADE:
                return self._verdict(row).grade
            case _:
                return self._words(row, role)

    def _follow_many(self, item_ids: Collection[str]) -> None:
        """Take over all of a large change at once: one row after the other takes far longer."""
        moment = self._book.moment()
        items = [item for item in map(self._book.find, item_ids) if isinstance(item, Alarm)]
        rows = [row_of(self._book, item, moment) for item in items]
        self.beginResetModel()
        self._rows.take_over(item_ids, rows)
        self.endResetModel()

    def _words(self, row: AlarmRow, role: int) -> str | None:
        against = against_words(self._verdict(row))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.whole(self._book.clock.now(), self._book.clock.zone(), against)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(filter(None, (row.alarm.label, against)))) or None
            case _:
                return None

    def _verdict(self, row: AlarmRow) -> Verdict:
        """Judge a row from which a ring is to come."""
        return self._verdict_of(row.alarm) if self._verdict_of and row.waits else NO_VERDICT

    def _show(self, row: AlarmRow) -> None:
        old = self._rows.find(row.alarm.id)
        if old is None:
            self._insert(row)
        elif self._rows.shows(old):
            self._move(old, row)
        else:
            self._rows.remove(old)
            self._insert(row)

    def _insert(self, row: AlarmRow) -> None:
        if not self._rows.finder.finds(row):
            self._rows.add(row, shown=False)
            return
        place = self._rows.place(row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.add(row)
        self.endInsertRows()

    def _insert_all(self, rows: dict[SortKey, AlarmRow]) -> None:
        """Insert rows; those that come in their order belong together, and need one step."""
        place, last = (self._rows.place(rows[key]) for key in (min(rows), max(rows)))
        if self.is_narrowed or last != place:
            for row in rows.values():
                self._insert(row)
            return
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows.add_together(rows)
        self.endInsertRows()

    def _remove(self, row: AlarmRow) -> None:
        if not self._rows.shows(row):
            self._rows.remove(row)
            return
        place = self._rows.place(row)
        self.beginRemoveRows(QModelIndex(), place, place)
        self._rows.remove(row)
        self.endRemoveRows()

    def _move(self, old: AlarmRow, row: AlarmRow) -> None:
        source, target = self._rows.place(old), self._rows.place(row)
        moves = target not in (source, source + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._rows.replace(old, row)
        if moves:
            self.endMoveRows()
        place = self.index(self._rows.place(row))
        self.dataChanged.emit(place, place)
