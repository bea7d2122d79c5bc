"""Keeps a device playing while something should be heard, whatever becomes of the devices."""

import time
from collections.abc import Callable

from alarmclock.core.player import (
    NO_DEVICE,
    QUIET,
    SOUNDING,
    STALLED,
    STARTING,
    SoundStatus,
)
from alarmclock.desktop.sound.feed import Feed
from alarmclock.desktop.sound.hardware import Fill, Hardware, NoDevice, Spot, spots

# After the last voice the device stays open this long, for the next preview or ring.
LINGER_S = 2.0
LOOK_EVERY_S = 0.2
FIRST_RETRY_S = 0.25
SLOWEST_RETRY_S = 2.0


class Output:
    """Opens a device, watches it, and opens another when it stalls, for as long as it takes.

    ``run`` blocks and wants a thread of its own. ``wait`` sleeps so many seconds, or less when
    there is news.
    """

    def __init__(
        self,
        hardware: Hardware,
        render: Fill,
        is_wanted: Callable[[], bool],
        wait: Callable[[float], object],
        elapsed_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hardware = hardware
        self._render = render
        self._is_wanted = is_wanted
        self._wait = wait
        self._elapsed_s = elapsed_s
        self._is_ended = False
        self.status: SoundStatus = QUIET

    def run(self) -> None:
        """Play until nothing is wanted any more, or until ``end``."""
        retry_s = FIRST_RETRY_S
        self.status = STARTING
        while self._is_needed():
            if self._played_somewhere():
                retry_s = FIRST_RETRY_S
            else:
                self._wait(retry_s)
                retry_s = min(retry_s * 2, SLOWEST_RETRY_S)
        self.status = QUIET

    def end(self) -> None:
        """Close the device soon and play no more."""
        self._is_ended = True

    def _is_needed(self) -> bool:
        return self._is_wanted() and not self._is_ended

    def _played_somewhere(self) -> bool:
        """Try one place after another until one has played; then it is time to begin anew."""
        failure = NO_DEVICE
        for spot in spots(self._hardware):
            if not self._is_needed():
                return True
            try:
                if self._played_at(spot):
                    return True
            except NoDevice:
                continue
            failure = self.status = STALLED
        self.status = failure
        return False

    def _played_at(self, spot: Spot) -> bool:
        """Play until the device stalls; False when it has never really begun. Raises NoDevice."""
        feed = Feed(self._render, self._elapsed_s)
        device = self._hardware.open(spot, feed)
        try:
            self._attend(feed)
        finally:
            feed.cut()
            device.close()
        if self._is_needed():
            self.status = STARTING
        return feed.is_steady or not self._is_needed()

    def _attend(self, feed: Feed) -> None:
        """Watch a device until it stalls or is wanted no more."""
        wanted_at_s = self._elapsed_s()
        while not self._is_ended and not feed.is_stalled:
            if feed.is_heard:
                self.status = SOUNDING
            if self._is_wanted():
                wanted_at_s = self._elapsed_s()
            elif self._elapsed_s() - wanted_at_s >= LINGER_S:
                return
            self._wait(LOOK_EVERY_S)
