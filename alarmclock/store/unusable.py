"""What stands in for a store that can't be used: it takes nothing, and says why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.change import Change, Item
from alarmclock.core.errors import NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.problems import Problems
from alarmclock.store.ring_table import RingPlace


class UnusableStore:
    """Lets the window open and explain itself; whatever is on disk is left as it is."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.problems = Problems()
        # It is never open, so that nobody is told.
        self.when_open: Callable[[Sequence[str]], None] = lambda _sentences: None

    def save(self, _change: Change) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self.reason)

    def keep(self, _event: Event) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self.reason)

    def keep_all(self, _events: Iterable[Event]) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self.reason)

    def together(self) -> AbstractContextManager[None]:
        """Do nothing: each part is refused by itself."""
        return nullcontext()

    def save_settings(self, _settings: Settings) -> None:
        """Refuse. Raises NotSaved."""
        raise NotSaved(self.reason)

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
        raise NotSaved(self.reason)

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
        """Refuse. Raises NotSaved."""
        raise NotSaved(self.reason)

    def close(self) -> None:
        """Do nothing."""
