"""What makes Qt give the loop its turn."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimerEvent, Signal, Slot

NO_TIMER = 0
LONGEST_SLICE_MS = 24 * 60 * 60 * 1000
"""Qt counts milliseconds in 31 bits (24.8 days); a longer wait is made of slices."""


class WakeUp(QObject):
    """Gives the loop a turn: as soon as Qt is free, or when the loop's clock shows an instant.

    It owns at most two Qt timers, however many calls the loop holds, and kills a timer before
    the turn, so that nothing that happens in a turn can leave one spinning.
    """

    asked_from_any_thread = Signal()

    def __init__(
        self,
        turn: Callable[[], None],
        clock: Callable[[], float],
        longest_slice_ms: int = LONGEST_SLICE_MS,
    ) -> None:
        super().__init__()
        self._turn = turn
        self._clock = clock
        self._longest_slice_ms = longest_slice_ms
        self._soon_timer = NO_TIMER
        self._due_timer = NO_TIMER
        self._due: float | None = None
        self.asked_from_any_thread.connect(self.soon)

    @Slot()
    def soon(self) -> None:
        """Ask for a turn when Qt has dealt with its waiting events."""
        if self._soon_timer == NO_TIMER:
            self._soon_timer = self.startTimer(0, Qt.TimerType.PreciseTimer)

    def later(self) -> None:
        """Ask for a turn after all Qt timers whose time has come by now: they come in its order."""
        self.not_soon()
        self.soon()

    def not_soon(self) -> None:
        """Take back that a turn was asked for: all that waited for it was run in this one."""
        self._kill(self._soon_timer)
        self._soon_timer = NO_TIMER

    def at(self, due: float | None) -> None:
        """Ask for a turn at this instant of the clock instead of the one asked for before.

        The turn can come early, at the end of a slice; who asked then asks again.
        """
        if due == self._due:
            return
        self._due = due
        self._kill(self._due_timer)
        self._due_timer = NO_TIMER
        if due is not None:
            slice_ms = math.ceil(min(max(0.0, due - self._clock()) * 1000, self._longest_slice_ms))
            self._due_timer = self.startTimer(slice_ms, Qt.TimerType.PreciseTimer)

    def stop(self) -> None:
        """Ask for no turn any more."""
        self.at(None)
        self.not_soon()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Kill the timer that fired, then give the loop its turn."""
        self._kill(event.timerId())
        if event.timerId() == self._soon_timer:
            self._soon_timer = NO_TIMER
        elif event.timerId() == self._due_timer:
            self._due_timer = NO_TIMER
            self._due = None
        self._turn()

    def _kill(self, timer: int) -> None:
        if timer != NO_TIMER:
            self.killTimer(timer)
