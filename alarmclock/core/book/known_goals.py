"""Goals that were worked out already, for as long as they hold."""

from datetime import datetime, tzinfo

from alarmclock.core.goal import Goal


class KnownGoals:
    """Remembers what items wait for: the window, the daemons and the guard all ask for it.

    A goal holds until its instant has come, unless its item changes, the clock is set back or the
    zone is another one. Whoever keeps the book says when an item has changed.
    """

    def __init__(self) -> None:
        self._goals: dict[str, Goal] = {}
        self._seen_at: datetime | None = None
        self._zone: tzinfo | None = None

    def find(self, item_id: str, now: datetime, zone: tzinfo) -> Goal | None:
        """Give the goal of an item, None when it has to be worked out."""
        if zone is not self._zone or self._seen_at is None or now < self._seen_at:
            self.clear()
            self._zone = zone
        self._seen_at = now
        goal = self._goals.get(item_id)
        return goal if goal is not None and now < goal.at else None

    def keep(self, goal: Goal) -> None:
        """Remember a goal that was worked out for the moment that was asked for last."""
        self._goals[goal.item_id] = goal

    def forget(self, item_id: str) -> None:
        """Forget the goal of an item that has changed."""
        self._goals.pop(item_id, None)

    def clear(self) -> None:
        """Forget everything."""
        self._goals.clear()
