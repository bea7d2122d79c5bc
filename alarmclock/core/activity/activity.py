"""The activity: the record of all that happened, and who wants to know of it."""

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TypeVar

from alarmclock.core.activity.events import Event, Failed, Ticked
from alarmclock.core.errors import NotSaved
from alarmclock.core.ports import Diary

logger = logging.getLogger(__name__)

# What a full disk refuses is kept so far, until there is room.
MOST_UNKEPT = 500

Told = TypeVar("Told")
Watcher = Callable[[Event], None]
WatcherOfAll = Callable[[Sequence[Event]], None]


class ActivityLog:
    """Takes the events of the daemons, keeps all but ticks, and passes each on."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._watchers: list[WatcherOfAll] = []
        self._told_of_failure = False
        self._held: list[Event] | None = None
        self._untold: list[Event] | None = None
        self._gathered: list[Event] | None = None
        self._unkept: deque[Event] = deque(maxlen=MOST_UNKEPT)

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with each event from now on."""

        def watch_each(events: Sequence[Event]) -> None:
            for event in events:
                _told(watcher, event)

        self._watchers.append(watch_each)

    def watch_all(self, watcher: WatcherOfAll) -> None:
        """Call `watcher` from now on with the events that come at once, mostly a single one."""
        self._watchers.append(watcher)

    @contextmanager
    def told_together(self) -> Iterator[None]:
        """Tell of what is recorded within at its end, all of it at once."""
        if self._untold is not None:
            yield
            return
        untold: list[Event] = []
        self._untold = untold
        try:
            yield
        finally:
            self._untold = None
            if untold:
                self._tell(untold)

    @contextmanager
    def kept_together(self, batch: AbstractContextManager[None] | None = None) -> Iterator[None]:
        """Keep what is recorded within at its end, in one go.

        With a `batch`, which makes one write of all that is written within it, that is a part of
        it: the disk is waited for once. Raises NotSaved where the batch does; then what happened
        is kept by itself.
        """
        if self._gathered is not None:
            with batch or nullcontext():
                yield
            return
        written = ExitStack()
        written.enter_context(batch or nullcontext())
        gathered: list[Event] = []
        self._gathered = gathered
        try:
            yield
        finally:
            self._gathered = None
            if batch is None:
                self._keep_by_themselves(gathered)
            else:
                self._keep_within(written, gathered)

    def record(self, event: Event) -> None:
        """Keep an event and tell everyone; never raises, so that no daemon dies of it."""
        failure = self._keep(event)
        self._note(event)
        self._note(failure)

    def hold(self) -> None:
        """Collect events from now on: many thousand daemons may report at once."""
        self._held = []

    def release(self) -> None:
        """Keep what was collected, in one go; nothing where nothing was."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            self._diary.keep_all([*self._unkept, *held])
        except NotSaved as error:
            logger.warning("Activity not saved: %s", error)
        else:
            self._unkept.clear()

    def save_again(self) -> None:
        """Keep what a full disk refused. Raises NotSaved."""
        if self._unkept:
            self._diary.keep_all(list(self._unkept))
            self._forget_unkept()

    def _note(self, event: Event | None) -> None:
        if event is None:
            return
        if self._untold is None:
            self._tell([event])
        else:
            self._untold.append(event)

    def _keep(self, event: Event) -> Failed | None:
        if isinstance(event, Ticked):
            return None
        if self._held is not None:
            self._held.append(event)
            return None
        if self._gathered is not None:
            self._gathered.append(event)
            return None
        return self._kept([event])

    def _keep_within(self, batch: ExitStack, events: Sequence[Event]) -> None:
        """Keep events as the last part of a batch. Raises NotSaved where the batch does."""
        is_kept = self._is_written(events)
        try:
            batch.close()
        except NotSaved:
            is_kept = False
            raise
        finally:
            if is_kept:
                self._forget_unkept()
            else:
                self._keep_by_themselves(events)

    def _is_written(self, events: Sequence[Event]) -> bool:
        """Write events, and tell whether that went well so far."""
        try:
            if events:
                self._diary.keep_all([*self._unkept, *events])
        except NotSaved:
            return False
        return bool(events)

    def _keep_by_themselves(self, events: Sequence[Event]) -> None:
        if events:
            self._note(self._kept(events))

    def _kept(self, events: Sequence[Event]) -> Failed | None:
        """Keep events, and give what is to be told when that fails for the first time."""
        try:
            self._diary.keep_all([*self._unkept, *events])
        except NotSaved as error:
            logger.warning("Activity not saved: %s", error)
            self._unkept.extend(events)
            told, self._told_of_failure = self._told_of_failure, True
            at = events[-1].at
            return None if told else Failed(at=at, item_id="", label="", reason=str(error))
        self._forget_unkept()
        return None

    def _forget_unkept(self) -> None:
        self._unkept.clear()
        self._told_of_failure = False

    def _tell(self, events: Sequence[Event]) -> None:
        for watcher in self._watchers:
            _told(watcher, events)


def _told(watcher: Callable[[Told], None], told: Told) -> None:
    try:
        watcher(told)
    except Exception:  # a broken view must not stop a ring
        logger.exception("A watcher of the activity failed")
