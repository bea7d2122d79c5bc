"""The rows of the alarms, sorted by what rings next, and which of them are shown."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable

from alarmclock.core.book.book import AlarmBook
from alarmclock.ui.alarms.finder import Finder
from alarmclock.ui.alarms.row_text import AlarmRow
from alarmclock.ui.alarms.sort_key import SortKey, key_of


class Rows:
    """Holds all rows, of which only those are shown that have the words somebody looks for.

    What is shown then goes on to be shown when it changes, until other words are looked for:
    nothing vanishes under somebody's hands.
    """

    def __init__(self, book: AlarmBook) -> None:
        self.finder = Finder(book)
        self._by_id: dict[str, AlarmRow] = {}
        # One and the same list unless they are narrowed.
        self._every: list[SortKey] = []
        self._shown = self._every

    # What there is

    def __len__(self) -> int:
        """Count those that are shown."""
        return len(self._shown)

    @property
    def total(self) -> int:
        """The number of all rows, those that are not shown as well."""
        return len(self._every)

    @property
    def is_narrowed(self) -> bool:
        """True while only those are shown that have some words."""
        return bool(self.finder.words)

    def every(self) -> Collection[AlarmRow]:
        """Give all rows, in any order."""
        return self._by_id.values()

    def find(self, item_id: str) -> AlarmRow | None:
        """Give the row of an alarm, None when there is none."""
        return self._by_id.get(item_id)

    def at(self, place: int) -> AlarmRow:
        """Give the row at a place among those that are shown."""
        return self._by_id[self._shown[place][-1]]

    def first(self) -> AlarmRow | None:
        """Give what rings next, shown or not; None where there is no row."""
        return self._by_id[self._every[0][-1]] if self._every else None

    def place(self, row: AlarmRow) -> int:
        """Give where a row stands among those that are shown, or would."""
        return bisect_left(self._shown, key_of(row))

    def shows(self, row: AlarmRow) -> bool:
        """Tell whether a row that is held is shown."""
        place = self.place(row)
        return self._shown[place : place + 1] == [key_of(row)]

    # What changes

    def fill(self, rows: Iterable[AlarmRow]) -> None:
        """Hold these rows and no others."""
        self._by_id = {row.alarm.id: row for row in rows}
        self.finder.forget_all()
        self._every = sorted(map(key_of, self.every()))
        self._shown = self._found(self._every) if self.is_narrowed else self._every

    def narrow(self, typed: str) -> None:
        """Show only those that have all the words; without a word, all of them."""
        among = self._shown if self.finder.look_for(typed) else self._every
        self._shown = self._found(among) if self.is_narrowed else self._every

    def take_over(self, item_ids: Collection[str], rows: Collection[AlarmRow]) -> None:
        """Hold these rows in the place of all that these alarms had; of the others none is left."""
        gone = {key_of(row) for item_id in item_ids if (row := self._by_id.pop(item_id, None))}
        for item_id in item_ids:
            self.finder.forget(item_id)
        self._by_id |= {row.alarm.id: row for row in rows}
        shown = {key[-1] for key in self._shown}
        kept = [key for key in self._every if key not in gone]
        self._every = sorted([*kept, *map(key_of, rows)])
        self._shown = self._every
        if self.is_narrowed:
            found = set(self._found(self._every))
            self._shown = [key for key in self._every if key in found or key[-1] in shown]

    def add(self, row: AlarmRow, *, shown: bool = True) -> None:
        """Hold one more row."""
        insort(self._every, key_of(row))
        if self.is_narrowed and shown:
            insort(self._shown, key_of(row))
        self._by_id[row.alarm.id] = row

    def add_together(self, rows: dict[SortKey, AlarmRow]) -> None:
        """Hold rows between which none stands, while they are not narrowed."""
        keys = sorted(rows)
        place = bisect_left(self._every, keys[0])
        self._every[place:place] = keys
        self._by_id |= {row.alarm.id: row for row in rows.values()}

    def remove(self, row: AlarmRow) -> None:
        """Hold a row no more."""
        if self.is_narrowed and self.shows(row):
            del self._shown[self.place(row)]
        del self._every[bisect_left(self._every, key_of(row))]
        del self._by_id[row.alarm.id]
        self.finder.forget(row.alarm.id)

    def replace(self, old: AlarmRow, row: AlarmRow) -> None:
        """Hold a row in the place of one that is shown."""
        self.remove(old)
        self.add(row)

    def _found(self, keys: list[SortKey]) -> list[SortKey]:
        return self.finder.found(keys, self._by_id)
