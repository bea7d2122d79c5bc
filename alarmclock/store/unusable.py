"""What stands in for a store that can't be used: it takes nothing, and says why."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.change import Change, Item
from alarmclock.core.errors import NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.problems import Problems
from alarmclock.store.reader import Reader
from alarmclock.store.ring_table import RingPlace


class UnusableStore:
    """Lets the window open and explain itself; whatever is on disk is left as it is."""

    def __init__(self, reason: str) -> None:
        self._reason = reason
        self.problems = Problems()

    def save(self, _change: Change) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self._reason)

    def keep(self, _event: Event) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self._reason)

    def keep_all(self, _events: Iterable[Event]) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self._reason)

    def together(self) -> AbstractContextManager[None]:
        """Do nothing: each part is refused by itself."""
        return nullcontext()

    def save_settings(self, _settings: Settings) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self._reason)

    def items(self) -> list[Item]:
        """Give nothing."""
        return []

    def rings(self) -> list[Ring]:
        """Give nothing."""
        return []

    def events(
        self, _limit: int, _before: int | None = None, _query: ActivityQuery = EVERYTHING
    ) -> list[tuple[int, Event]]:
        """Give nothing."""
        return []

    def subjects(self) -> list[tuple[str, str]]:
        """Give nothing."""
        return []

    def beginnings(self) -> list[tuple[str, datetime]]:
        """Give nothing."""
        return []

    def past_rings(
        self, _limit: int, _before: RingPlace | None = None, _query: ActivityQuery = EVERYTHING
    ) -> list[tuple[RingPlace, str, Ring]]:
        """Give nothing."""
        return []

    def bring_history(self, _rings: Sequence[Ring], _events: Sequence[Event]) -> tuple[int, int]:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self._reason)

    def check_rows(self) -> Iterator[None]:
        """Check nothing."""
        return iter(())

    def settings(self) -> Settings:
        """Give the settings that everybody starts with."""
        return Settings()

    def memo(self, _name: str) -> str | None:
        """Give nothing."""
        return None

    def save_memo(self, _name: str, _text: str) -> None:
        """Forget it: a window's place is worth no message."""

    def mark_alive(self, _now: datetime, _zone: str) -> None:
        """Forget it."""

    def close(self) -> None:
        """Do nothing."""


class ReadableStore(Reader, UnusableStore):
    """Gives what could be read of a store that can't be opened: it rings all the same."""

    def __init__(self, reason: str, folder: Path, connection: sqlite3.Connection) -> None:
        Reader.__init__(self, folder)
        UnusableStore.__init__(self, reason)
        self._connection = connection

    def close(self) -> None:
        """Let go of what is in memory."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
