"""Finds the alarms that have all the words somebody typed, quickly among ten thousand."""

from collections.abc import Collection, Mapping
from itertools import islice

from alarmclock.core.book.book import AlarmBook
from alarmclock.ui.alarms.find_text import SWITCH_WORDS, find_text, has_word, is_narrower, words_of
from alarmclock.ui.alarms.row_text import AlarmRow
from alarmclock.ui.alarms.sort_key import SortKey


class Finder:
    """Holds the words, and the text of each alarm from when it is first asked for.

    Whoever holds the rows tells it of each one that goes or changes, so that it has no other texts.
    """

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._texts: dict[str, str] = {}
        self.words: tuple[str, ...] = ()

    def look_for(self, typed: str) -> bool:
        """Look for other words, and tell whether they are found nowhere else than those before."""
        before, self.words = self.words, words_of(typed)
        return is_narrower(self.words, before)

    def finds(self, row: AlarmRow) -> bool:
        """Tell whether all the words are in an alarm."""
        return all(has_word(self._text(row), word) for word in self.words)

    def found(self, keys: list[SortKey], rows: Mapping[str, AlarmRow]) -> list[SortKey]:
        """Give those of some keys whose alarms have all the words; `rows` are those of all."""
        self.prepare(rows.values(), len(rows))
        texts = self._texts
        for word in self.words:
            if word in SWITCH_WORDS:
                keys = [key for key in keys if has_word(texts[key[-1]], word)]
            else:
                keys = [key for key in keys if word in texts[key[-1]]]
        return keys

    def prepare(self, rows: Collection[AlarmRow], most: int) -> bool:
        """Read the texts of so many rows at most, and tell whether there is none left to read."""
        if len(self._texts) == len(rows):
            return True
        unread = (row for row in rows if row.alarm.id not in self._texts)
        count = sum(1 for _ in map(self._text, islice(unread, most)))
        return count < most

    def forget(self, item_id: str) -> None:
        """Read a text anew when it is asked for: the alarm has changed."""
        self._texts.pop(item_id, None)

    def forget_all(self) -> None:
        """Hold no texts: nobody looks for anything, or the time is another one."""
        self._texts.clear()

    def _text(self, row: AlarmRow) -> str:
        text = self._texts.get(row.alarm.id)
        if text is None:
            now, zone = self._book.moment()
            text = self._texts[row.alarm.id] = find_text(row, now, zone)
        return text
