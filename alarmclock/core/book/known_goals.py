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
        self._look(now, zone)
        goal = self._goals.get(item_id)
        return goal if goal is not None and now < goal.at else None

    def is_reached(self, goal: Goal, now: datetime, zone: tzinfo) -> bool:
        """Tell whether it is this goal whose instant has come since it was kept."""
        self._look(now, zone)
        return self._goals.get(goal.item_id) == goal and now >= goal.at

    def keep(self, goal: Goal) -> None:
        """Remember a goal that was worked out for the moment that was asked for last."""
        self._goals[goal.item_id] = goal

    def forget(self, item_id: str) -> None:
        """Forget the goal of an item that has changed."""
        self._goals.pop(item_id, None)

    def clear(self) -> None:
        """Forget everything."""
        self._goals.clear()

    def _look(self, now: datetime, zone: tzinfo) -> None:
        """Forget everything by a clock that was set back, or in another zone."""
        if zone is not self._zone or self._seen_at is None or now < self._seen_at:
            self.clear()
            self._zone = zone
        self._seen_at = now
