"""What a device's thread calls for its next frames, and the pulse that shows that it does."""

import logging
import time
from collections.abc import Callable

from alarmclock.desktop.sound.hardware import Fill

logger = logging.getLogger(__name__)

# A device that plays and has not asked for this long plays nothing any more.
STALL_S = 1.0
# Some take longer to begin: a headset that wakes, a sink that has been idle.
START_S = 2.5
# After so many requests it has begun.
STEADY_ASKS = 8
NOTHING = b""


class Feed:
    """Feeds one device and remembers when it last asked. It never raises and never waits long."""

    def __init__(self, render: Fill, elapsed_s: Callable[[], float] = time.monotonic) -> None:
        self._render = render
        self._elapsed_s = elapsed_s
        self._is_cut = False
        self._asks = 0
        self._asked_at_s = elapsed_s()

    @property
    def asked_at_s(self) -> float:
        """Give when the device asked last, or was opened."""
        return self._asked_at_s

    @property
    def is_heard(self) -> bool:
        """True while the device plays. What it asks for at first only fills its buffers."""
        return self.is_steady and self._elapsed_s() - self._asked_at_s <= STALL_S

    @property
    def is_steady(self) -> bool:
        """True once the device has really played."""
        return self._asks >= STEADY_ASKS

    @property
    def is_stalled(self) -> bool:
        """True when the device has asked for nothing for too long."""
        limit_s = STALL_S if self.is_steady else START_S
        return self._elapsed_s() - self._asked_at_s > limit_s

    def __call__(self, frames: int) -> bytes:
        """Give the next frames; nothing, which is silence, when cut or when rendering failed."""
        if self._is_cut:
            return NOTHING
        self._asked_at_s = self._elapsed_s()
        self._asks += 1
        try:
            return self._render(frames)
        except Exception:
            # It stalls from here on, and so another feed and device take over.
            self.cut()
            logger.exception("The sound could not be mixed.")
            return NOTHING

    def cut(self) -> None:
        """Give nothing more: another device plays now."""
        self._is_cut = True
