"""Opens a store and reads what the program begins with, or stands in for one that can't be used."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds; `sentences` tell people what happened when it was opened.

    `last_alive` is the last instant at which the program ran, and `last_zone` the name of the zone
    in which it did, None when none is known.
    """

    items: list[Item]
    rings: list[Ring]
    settings: Settings
    sentences: tuple[str, ...]
    last_alive: datetime | None = None
    last_zone: str | None = None


def open_store(store: Store) -> tuple[Store | UnusableStore, Contents]:
    """Open and read a store; one that can't be used is left as it is, and its stand-in says why."""
    try:
        report = store.open()
        items, rings, settings = store.items(), store.rings(), store.settings()
        last_alive, last_zone = store.last_alive(), store.last_zone()
    except StoreUnusable as error:
        store.close()
        stand_in = UnusableStore(str(error))
        return stand_in, Contents([], [], stand_in.settings(), (str(error),))
    sentences = (*report.sentences, *store.problems)
    return store, Contents(items, rings, settings, sentences, last_alive, last_zone)


class Housekeeping:
    """Notes once a minute that the program is alive, and once a day backs up and prunes.

    `activity_kept` tells how long the activity is wanted, None for ever.
    """

    def __init__(
        self, store: Store | UnusableStore, activity_kept: Callable[[], timedelta | None]
    ) -> None:
        self._store = store
        self._activity_kept = activity_kept
        self._kept_on: date | None = None

    def keep(self, now: datetime, zone: str) -> None:
        """Do what is due. Raises NotSaved; what could not be done is tried a day later."""
        self._store.mark_alive(now, zone)
        if self._kept_on == now.date() or isinstance(self._store, UnusableStore):
            return
        self._kept_on = now.date()
        self._store.backup_of_today()
        kept = self._activity_kept()
        if kept is not None:
            self._store.prune(now - kept)
