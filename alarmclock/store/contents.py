"""Opens a store and reads what the program begins with, or stands in for one that can't be used."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta

from alarmclock.core.change import Item
from alarmclock.core.errors import NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.reader import Reader
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.values import dataclass

RINGS_ALL_THE_SAME = (
    "What is saved rings all the same. As soon as it is possible again, changes are saved."
)
SAVED_AGAIN = "Changes are saved again."


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
    """Open and read a store; one that can't be used is left as it is, and its stand-in says why.

    What can be read of it rings all the same.
    """
    try:
        return store, _opened(store)
    except StoreUnusable as error:
        store.close()
        reason, readable = str(error), store.glimpsed(error)
    if readable is not None:
        with suppress(StoreUnusable):
            return readable, _contents(readable, (str(readable.reason), RINGS_ALL_THE_SAME))
    stand_in = UnusableStore(reason)
    return stand_in, Contents([], [], stand_in.settings(), (reason,))


def _opened(store: Store) -> Contents:
    """Open and read a store; damage that only the reading has met is mended by a second opening.

    Raises StoreUnusable.
    """
    report = store.open()
    try:
        return _contents(store, report.sentences)
    except StoreUnusable:
        store.close()
        if not store.is_suspect:
            raise
    return _contents(store, store.open().sentences)


def _contents(store: Reader, sentences: tuple[str, ...]) -> Contents:
    items, rings, settings = store.items(), store.rings(), store.settings()
    last_alive, last_zone = store.last_alive(), store.last_zone()
    return Contents(items, rings, settings, (*sentences, *store.problems), last_alive, last_zone)


class Housekeeping:
    """Notes once a minute that the program is alive, and once a day backs up and prunes.

    `activity_kept` tells how long the activity is wanted, None for ever; `forget_past` is told
    before which instant all was forgotten. `remind` is told why nothing can be saved, before
    anybody wants to, and `forget` when that is over; `tell` is told that it is over, and `show`
    each time why nothing can be saved, or None. What people were told when it was opened is not
    told again.
    """

    def __init__(
        self,
        store: Store | UnusableStore,
        activity_kept: Callable[[], timedelta | None],
        remind: Callable[[str], None],
        forget: Callable[[str], None],
        tell: Callable[[str], None] = lambda _sentence: None,
        show: Callable[[str | None], None] = lambda _problem: None,
        forget_past: Callable[[datetime], None] = lambda _older_than: None,
    ) -> None:
        self._store = store
        self._activity_kept = activity_kept
        self._remind = remind
        self._forget = forget
        self._say = tell
        self._show = show
        self._forget_past = forget_past
        self._kept_on: date | None = None
        self._problem = store.reason

    def keep(self, now: datetime, zone: str, save_again: Callable[[], None]) -> None:
        """Do what is due; what could not be done each day is tried a day later.

        `save_again` saves what could not be saved before.
        """
        try:
            self._store.mark_alive(now, zone)
            save_again()
        except NotSaved as error:
            self._tell(str(error))
            return
        self._tell(None)
        if self._kept_on != now.date():
            self._kept_on = now.date()
            self._keep_daily(now)

    def _keep_daily(self, now: datetime) -> None:
        if isinstance(self._store, UnusableStore):
            return
        try:
            self._store.backup_of_today()
            kept = self._activity_kept()
            if kept is not None:
                self._store.prune(now - kept)
                self._forget_past(now - kept)
        except NotSaved as error:
            self._remind(str(error))

    def _tell(self, problem: str | None) -> None:
        """Tell a problem once, and take it back when it is gone."""
        self._show(problem)
        if problem == self._problem:
            return
        if self._problem is not None:
            self._forget(self._problem)
        if problem is not None:
            self._remind(problem)
        else:
            self._say(SAVED_AGAIN)
        self._problem = problem
