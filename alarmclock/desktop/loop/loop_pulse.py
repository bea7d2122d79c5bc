"""How long the window had to wait: for tests and benchmarks."""

import time

from PySide6.QtCore import QObject, Qt, QTimerEvent

BEAT_MS = 2
NO_TIMER = 0


class LoopPulse(QObject):
    """Measures the longest gap between two beats of a fast Qt timer, that is how long Qt stood."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = NO_TIMER
        self._last_beat = 0.0
        self._longest_gap_s = 0.0

    def start(self) -> None:
        """Begin to measure, anew."""
        self.stop()
        self._longest_gap_s = 0.0
        self._last_beat = time.monotonic()
        self._timer = self.startTimer(BEAT_MS, Qt.TimerType.PreciseTimer)

    def stop(self) -> float:
        """Stop measuring and return the longest gap in seconds."""
        if self._timer != NO_TIMER:
            self._beat()
            self.killTimer(self._timer)
            self._timer = NO_TIMER
        return self._longest_gap_s

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002 - the only timer there is.
        """Take one beat."""
        self._beat()

    def _beat(self) -> None:
        now = time.monotonic()
        self._longest_gap_s = max(self._longest_gap_s, now - self._last_beat)
        self._last_beat = now
