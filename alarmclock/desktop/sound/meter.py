"""How high the sound went in the last second."""

import threading
import time
from array import array
from collections import deque
from collections.abc import Callable

from alarmclock.desktop.sound.clip import LOUDEST

WINDOW_S = 1.0


class Meter:
    """Remembers the peaks of what was mixed; one thread notes them and any may ask."""

    def __init__(self, elapsed_s: Callable[[], float] = time.monotonic) -> None:
        self._elapsed_s = elapsed_s
        self._lock = threading.Lock()
        self._peaks: deque[tuple[float, int]] = deque()

    @property
    def peak(self) -> float:
        """Give the highest of the last second, from 0 to 1; a device that stalls has none."""
        since_s = self._elapsed_s() - WINDOW_S
        with self._lock:
            heights = [height for noted_s, height in self._peaks if noted_s >= since_s]
        return min(max(heights, default=0) / LOUDEST, 1.0)

    def note(self, samples: "array[int]") -> None:
        """Take note of what the device is given."""
        now_s = self._elapsed_s()
        highest, lowest = max(samples), min(samples)
        with self._lock:
            self._peaks.append((now_s, max(highest, -lowest)))
            while self._peaks[0][0] < now_s - WINDOW_S:
                self._peaks.popleft()
