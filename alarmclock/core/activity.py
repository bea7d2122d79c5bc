"""The activity: the record of all that happened, and who wants to know of it."""

import logging
from collections import deque
from collections.abc import Callable

from alarmclock.core.errors import NotSaved
from alarmclock.core.events import Event, Failed, Ticked
from alarmclock.core.ports import Diary

logger = logging.getLogger(__name__)

# What a full disk refuses is kept so far, until there is room.
MOST_UNKEPT = 500

Watcher = Callable[[Event], None]


class ActivityLog:
    """Takes the events of the daemons, keeps all but ticks, and passes each on."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._watchers: list[Watcher] = []
        self._told_of_failure = False
        self._held: list[Event] | None = None
        self._unkept: deque[Event] = deque(maxlen=MOST_UNKEPT)

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with each event from now on."""
        self._watchers.append(watcher)

    def record(self, event: Event) -> None:
        """Keep an event and tell everyone; never raises, so that no daemon dies of it."""
        failure = self._keep(event)
        self._tell(event)
        if failure is not None:
            self._tell(failure)

    def hold(self) -> None:
        """Collect events from now on: many thousand daemons may report at once."""
        self._held = []

    def release(self) -> None:
        """Keep what was collected, in one go."""
        held, self._held = self._held, None
        try:
            self._diary.keep_all([*self._unkept, *(held or [])])
        except NotSaved as error:
            logger.warning("Activity not saved: %s", error)
        else:
            self._unkept.clear()

    def _keep(self, event: Event) -> Failed | None:
        if isinstance(event, Ticked):
            return None
        if self._held is not None:
            self._held.append(event)
            return None
        try:
            self._write(event)
        except NotSaved as error:
            logger.warning("Activity not saved: %s", error)
            self._unkept.append(event)
            told, self._told_of_failure = self._told_of_failure, True
            return None if told else Failed(at=event.at, item_id="", label="", reason=str(error))
        self._told_of_failure = False
        return None

    def _write(self, event: Event) -> None:
        """Keep an event, and before it those that could not be kept when they came."""
        if self._unkept:
            self._diary.keep_all([*self._unkept, event])
            self._unkept.clear()
        else:
            self._diary.keep(event)

    def _tell(self, event: Event) -> None:
        for watcher in self._watchers:
            try:
                watcher(event)
            except Exception:  # a broken view must not stop a ring
                logger.exception("A watcher of the activity failed")
