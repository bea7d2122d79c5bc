"""Keeps a device playing while something should be heard, whatever becomes of the devices."""

import time
from collections.abc import Callable

from alarmclock.core.player import (
    NO_DEVICE,
    QUIET,
    STALLED,
    STARTING,
    SoundStatus,
    sounding_on,
)
from alarmclock.desktop.sound.feed import START_S, Feed
from alarmclock.desktop.sound.hardware import Fill, Hardware, NoAnswer, NoDevice, Spot
from alarmclock.desktop.sound.route import Route

# After the last voice the device stays open this long, for the next preview or ring.
LINGER_S = 2.0
LOOK_EVERY_S = 0.2
FIRST_RETRY_S = 0.25
SLOWEST_RETRY_S = 1.0
# The default of a system may be another device at any moment, or one that plays to nobody.
NAME_EVERY_S = 1.0
# A device that has played for less than this before it stalled is not the one to rely on.
RELIABLE_S = 10.0


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
        self._route = Route(hardware)
        self._render = render
        self._is_wanted = is_wanted
        self._wait = wait
        self._elapsed_s = elapsed_s
        self._is_running = False
        self._is_ended = False
        self._feed: Feed | None = None
        self._unwanted: Feed | None = None
        self._failure: SoundStatus | None = None
        self._heard_at_s = 0.0
        self._stalled_at: Spot | None = None
        self._name = ""
        self._named_at_s: float | None = None

    @property
    def status(self) -> SoundStatus:
        """Tell whether the device takes what it is given, as it is at this very moment."""
        if not self._is_running:
            return QUIET
        if self.is_heard:
            return sounding_on(self._name)
        if self._failure is not None:
            return self._failure
        return STALLED if self._elapsed_s() - self._silent_since_s() > START_S else STARTING

    @property
    def is_heard(self) -> bool:
        """True while a device plays, and has done so for long enough to be believed."""
        feed = self._feed
        return feed is not None and feed.is_heard and self._named_at_s is not None

    def run(self) -> None:
        """Play until nothing is wanted any more, or until ``end``."""
        retry_s = FIRST_RETRY_S
        self._heard_at_s = self._elapsed_s()
        self._is_running = True
        while self._is_needed():
            if self._played_somewhere():
                retry_s = FIRST_RETRY_S
            else:
                self._wait(retry_s)
                retry_s = min(retry_s * 2, SLOWEST_RETRY_S)
        self._is_running = False

    def end(self) -> None:
        """Close the device soon and play no more."""
        self._is_ended = True

    def go_elsewhere(self) -> None:
        """Give up the place that is played at, if there is one: it comes last from now on."""
        self._unwanted = self._feed

    def begin_anew(self) -> None:
        """Forget which places were given up."""
        self._route.begin_anew()

    def _is_needed(self) -> bool:
        return self._is_wanted() and not self._is_ended

    def _silent_since_s(self) -> float:
        feed = self._feed
        return feed.asked_at_s if feed is not None and feed.is_steady else self._heard_at_s

    def _played_somewhere(self) -> bool:
        """Try one place after another until one has played; then it is time to begin anew."""
        failure = NO_DEVICE
        for spot in self._route.spots():
            if not self._is_needed():
                return True
            try:
                if self._played_at(spot):
                    return True
            except NoAnswer:
                failure = STALLED
            except NoDevice:
                continue
            else:
                failure = self._failure = STALLED
        self._failure = failure
        return False

    def _played_at(self, spot: Spot) -> bool:
        """Play until the device stalls or is unwanted; False when it has never really begun.

        Raises NoDevice.
        """
        feed = Feed(self._render, self._elapsed_s)
        opened_at_s = self._elapsed_s()
        device = self._hardware.open(spot, feed)
        self._feed, self._name, self._named_at_s = feed, spot.device or "", None
        try:
            self._attend(spot, feed)
        finally:
            self._feed = None
            feed.cut()
            device.close()
        self._judge(spot, feed, opened_at_s)
        return feed.is_steady or not self._is_needed()

    def _attend(self, spot: Spot, feed: Feed) -> None:
        """Watch a device until it stalls or is wanted no more.

        Raises NoDevice when it turns out to play to nobody.
        """
        wanted_at_s = self._elapsed_s()
        while not (self._is_ended or feed.is_stalled or self._unwanted is feed):
            if feed.is_steady:
                self._name_the_device(spot)
                self._failure = None
            if self._is_wanted():
                wanted_at_s = self._elapsed_s()
            elif self._elapsed_s() - wanted_at_s >= LINGER_S:
                return
            self._wait(LOOK_EVERY_S)

    def _name_the_device(self, spot: Spot) -> None:
        """Look from time to time which device the default is. Raises NoDevice when it is none."""
        now_s = self._elapsed_s()
        if self._named_at_s is not None and now_s - self._named_at_s < NAME_EVERY_S:
            return
        if spot.device is None:
            try:
                self._name = self._hardware.default(spot.backend)
            except NoAnswer:
                self._name = ""
        self._named_at_s = now_s

    def _judge(self, spot: Spot, feed: Feed, opened_at_s: float) -> None:
        """Let a place come later that was given up, or that stalls again and again."""
        if feed.is_steady:
            self._heard_at_s = feed.asked_at_s
        if self._unwanted is feed:
            self._route.give_up(spot)
            if spot.device is None and self._name:
                # By its name the default would be the very same device.
                self._route.give_up(Spot(spot.backend, self._name))
        elif feed.is_steady and feed.asked_at_s - opened_at_s < RELIABLE_S:
            if spot == self._stalled_at:
                self._route.give_up(spot)
            self._stalled_at = spot
