"""Finds the alarms that have all the words somebody typed, quickly among ten thousand."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from alarmclock.core.book import AlarmBook
from alarmclock.ui.alarms.find_text import SWITCH_WORDS, find_text, has_word, is_narrower, words_of
from alarmclock.ui.alarms.row_text import AlarmRow

Key = TypeVar("Key")


class Finder:
    """Holds the words, and the text of each alarm from when it is first asked for."""

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

    def found(self, rows: Iterable[tuple[Key, AlarmRow]]) -> list[Key]:
        """Give the keys of those that have all the words, in their order."""
        left = [(self._text(row), key) for key, row in rows]
        for word in self.words:
            if word in SWITCH_WORDS:
                left = [pair for pair in left if has_word(pair[0], word)]
            else:
                left = [pair for pair in left if word in pair[0]]
        return [key for _, key in left]

    def prepare(self, rows: Iterable[AlarmRow], most: int) -> bool:
        """Read the texts of so many rows at most, and tell whether there is none left to read."""
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
