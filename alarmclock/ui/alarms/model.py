"""The alarms as a list, sorted by what rings next; it follows the book change by change."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, time
from enum import IntEnum
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change
from alarmclock.core.soonest import soonest
from alarmclock.core.verdict import Verdict
from alarmclock.core.verdict_words import against_words
from alarmclock.ui.alarms.finder import Finder
from alarmclock.ui.alarms.row_text import AlarmRow, row_of
from alarmclock.ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
VerdictOf = Callable[[Alarm], Verdict]
SortKey = tuple[bool, datetime | None, time, str, str]

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

    It can be narrowed to the alarms that have some words. What is shown then goes on to be shown
    when it changes, until other words are looked for: nothing vanishes under somebody's hands.

    ``verdict_of`` judges whether an alarm will be heard; it is asked for the rows that are shown.
    """

    def __init__(
        self, book: AlarmBook, parent: QObject | None = None, verdict_of: VerdictOf | None = None
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._verdict_of = verdict_of
        self._rows: dict[str, AlarmRow] = {}
        self._finder = Finder(book)
        # All of them and those that are shown: one and the same list unless it is narrowed.
        self._every: list[SortKey] = []
        self._keys = self._every

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
        self._rows = {alarm.id: row_of(book, alarm, moment) for alarm in book.alarms()}
        self._finder.forget_all()
        self._every = sorted(_key(row) for row in self._rows.values())
        self._keys = self._found(self._every) if self.is_narrowed else self._every
        self.endResetModel()

    def add_rows(self, item_ids: Iterable[str]) -> None:
        """Show these alarms, as far as they have no row yet."""
        book, moment = self._book, self._book.moment()
        found = [book.find(item_id) for item_id in item_ids if item_id not in self._rows]
        rows = [row_of(book, alarm, moment) for alarm in found if isinstance(alarm, Alarm)]
        if rows:
            self._insert_all({_key(row): row for row in rows})

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
            elif item_id in self._rows:
                self._remove(item_id)

    def show_verdicts(self) -> None:
        """Say anew which alarms will be heard: something else is known of the computer."""
        if self._keys:
            first, last = self.index(0), self.index(len(self._keys) - 1)
            self.dataChanged.emit(first, last)

    # What is looked for

    @property
    def is_narrowed(self) -> bool:
        """True while only the alarms are shown that have some words."""
        return bool(self._finder.words)

    def prepare_to_find(self, most: int) -> bool:
        """Read what so many alarms are found by, and tell whether there is none left to read."""
        return self._finder.prepare(self._rows.values(), most)

    def narrow(self, typed: str) -> None:
        """Show only the alarms that have all the words; without a word, all of them."""
        before = self._finder.words
        among = self._keys if self._finder.look_for(typed) else self._every
        if self._finder.words == before:
            return
        self.beginResetModel()
        self._keys = self._found(among) if self.is_narrowed else self._every
        self.endResetModel()

    def find_no_more(self) -> None:
        """Show all of them, and hold no longer what they are found by."""
        self.narrow("")
        self._finder.forget_all()

    # What there is

    def row_number(self, item_id: str) -> int | None:
        """Give the row in which an alarm stands, None when it is gone or not shown."""
        row = self._rows.get(item_id)
        return self._place(_key(row)) if row else None

    @property
    def total(self) -> int:
        """The number of all alarms, those that are not shown as well."""
        return len(self._every)

    def item_id(self, row: int) -> str:
        """Give the alarm of a row."""
        return self._keys[row][-1]

    def first(self) -> Alarm | None:
        """Give the alarm that rings next, None when there is no alarm."""
        return self._rows[self._every[0][-1]].alarm if self._every else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of alarms that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row to the delegate, and a sentence to everybody else."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        row = self._rows[self.item_id(index.row())]
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
        self.beginResetModel()
        gone = {_key(row) for item_id in item_ids if (row := self._rows.pop(item_id, None))}
        items = [item for item in map(self._book.find, item_ids) if isinstance(item, Alarm)]
        come = {item.id: row_of(self._book, item, moment) for item in items}
        self._rows |= come
        shown = {key[-1] for key in self._keys} if self.is_narrowed else set()
        kept = [key for key in self._every if key not in gone]
        self._every = sorted([*kept, *map(_key, come.values())])
        self._keys = self._every
        for item_id in item_ids:
            self._finder.forget(item_id)
        if self.is_narrowed:
            found = set(self._found(self._every))
            self._keys = [key for key in self._every if key in found or key[-1] in shown]
        self.endResetModel()

    def _found(self, keys: Iterable[SortKey]) -> list[SortKey]:
        return self._finder.found((key, self._rows[key[-1]]) for key in keys)

    def _place(self, key: SortKey) -> int | None:
        """Give the row of a key, None when it is not shown."""
        place = bisect_left(self._keys, key)
        return place if self._keys[place : place + 1] == [key] else None

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
        old = self._rows.get(row.alarm.id)
        self._finder.forget(row.alarm.id)
        if old is None:
            self._insert(row)
        elif self._place(_key(old)) is None:
            self._forget(old)
            self._insert(row)
        else:
            self._move(old, row)

    def _insert(self, row: AlarmRow) -> None:
        self._rows[row.alarm.id] = row
        if self.is_narrowed:
            insort(self._every, _key(row))
            if not self._finder.finds(row):
                return
        place = bisect_left(self._keys, _key(row))
        self.beginInsertRows(QModelIndex(), place, place)
        self._keys.insert(place, _key(row))
        self.endInsertRows()

    def _insert_all(self, rows: dict[SortKey, AlarmRow]) -> None:
        """Insert rows; those that come in their order belong together, and need one step."""
        keys = sorted(rows)
        place = bisect_left(self._keys, keys[0])
        if self.is_narrowed or bisect_left(self._keys, keys[-1]) != place:
            for row in rows.values():
                self._insert(row)
            return
        self.beginInsertRows(QModelIndex(), place, place + len(keys) - 1)
        self._keys[place:place] = keys
        self._rows |= {row.alarm.id: row for row in rows.values()}
        self.endInsertRows()

    def _remove(self, item_id: str) -> None:
        row = self._rows[item_id]
        self._finder.forget(item_id)
        place = self._place(_key(row))
        if place is None:
            self._forget(row)
            return
        self.beginRemoveRows(QModelIndex(), place, place)
        if self.is_narrowed:
            del self._keys[place]
        self._forget(row)
        self.endRemoveRows()

    def _forget(self, row: AlarmRow) -> None:
        del self._every[bisect_left(self._every, _key(row))]
        del self._rows[row.alarm.id]

    def _move(self, old: AlarmRow, row: AlarmRow) -> None:
        if self.is_narrowed:
            _replace(self._every, old, row)
        source = bisect_left(self._keys, _key(old))
        target = bisect_left(self._keys, _key(row))
        moves = target not in (source, source + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        _replace(self._keys, old, row)
        self._rows[row.alarm.id] = row
        if moves:
            self.endMoveRows()
        place = self.index(bisect_left(self._keys, _key(row)))
        self.dataChanged.emit(place, place)


def _replace(keys: list[SortKey], old: AlarmRow, row: AlarmRow) -> None:
    del keys[bisect_left(keys, _key(old))]
    insort(keys, _key(row))


def _key(row: AlarmRow) -> SortKey:
    """Sort by due, then by time of day; the id makes every key different."""
    return (row.due is None, row.due, row.alarm.time, row.alarm.label, row.alarm.id)
