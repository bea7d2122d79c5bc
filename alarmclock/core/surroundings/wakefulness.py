"""Whether the computer stays awake, and what it does when nobody uses it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """What the computer does of itself, as far as can be known.

    ``sleeps_after`` is how long it is idle before it sleeps; ``may_sleep`` is False when it never
    does. ``is_clock_synchronised`` tells whether a time server sets its clock.
    """

    may_sleep: bool | None = None
    sleeps_after: timedelta | None = None
    is_clock_synchronised: bool | None = None


UNKNOWN_HABITS = Habits()


class Wakefulness(Protocol):
    """Keeps the screen on and the computer from idle sleep while that is wanted."""

    def start(self) -> None:
        """Begin to follow the habits, in the running loop."""

    @property
    def habits(self) -> Habits:
        """Give what the computer does, as it was when it was looked at last."""

    @property
    def is_held(self) -> bool | None:
        """True while the system has agreed to stay awake, None where nobody can be asked."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` on the loop whenever the habits or the answer are other ones."""

    def look(self) -> None:
        """Look anew at the habits."""

    def hold(self, reason: str) -> None:
        """Stay awake from now on; the reason is shown to people who ask their system."""

    def release(self) -> None:
        """Sleep as usual again."""

    def close(self) -> None:
        """Release, and never call back again."""


class PaperWakefulness:
    """A computer on paper, for tests."""

    def __init__(self, habits: Habits = UNKNOWN_HABITS, *, obeys: bool = True) -> None:
        self._habits = habits
        self._obeys = obeys
        self._changed: list[Callable[[], None]] = []
        self.reason: str | None = None
        self.looks = 0

    @property
    def habits(self) -> Habits:
        """Give what it was told."""
        return self._habits

    @property
    def is_held(self) -> bool | None:
        """Tell whether it was asked to stay awake."""
        return self.reason is not None if self._obeys else None

    def change(self, habits: Habits) -> None:
        """Have other habits."""
        self._habits = habits
        for changed in self._changed:
            changed()

    def listen(self, changed: Callable[[], None]) -> None:
        """Call back when the habits change."""
        self._changed.append(changed)

    def look(self) -> None:
        """Count how often it was looked at."""
        self.looks += 1

    def hold(self, reason: str) -> None:
        """Take note of the reason."""
        self.reason = reason

    def release(self) -> None:
        """Forget it."""
        self.reason = None

    def start(self) -> None:
        """Do nothing: it does as it is told."""

    def close(self) -> None:
        """Forget it, and who listens."""
        self.release()
        self._changed.clear()
