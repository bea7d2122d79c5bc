"""A connection to PulseAudio, or its stand-in on PipeWire, that nobody waits for in vain."""

import logging
import select
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.device import Device, Devices, Stand
from alarmclock.desktop.outlet.meter import Meter

logger = logging.getLogger(__name__)

CLIENT = "Alarm Clock"
# A server that is well answers within milliseconds.
PATIENCE_S = 2.0
# What is left for the last words to a server that may hang.
HURRY_S = 0.4
# How soon it is noticed that there is no time left.
SLICE_S = 0.1
# PipeWire says that a volume is set, and sets it afterwards.
SETTLES_WITHIN_S = 0.5

# Of libpulse's def.h: the card itself, and not the server, turns the sound down.
HARDWARE_VOLUME = 0x0001


class Gone(Exception):
    """No sound server answers."""


class PulseConnection:
    """One connection, used by one thread: every call ends in time, or raises Gone.

    Nothing can be asked after Gone but to close: answers that come too late must find nobody.
    """

    def __init__(
        self,
        bell: Bell,
        patience_s: float = PATIENCE_S,
        elapsed_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bell = bell
        self._patience_s = patience_s
        self._elapsed_s = elapsed_s
        self._pulse: Any = None
        self._meter: Meter | None = None
        self._failures: tuple[type[Exception], ...] = ()
        self._until_s: float | None = None
        self._latest_s: float | None = None
        self._has_news = False

    def connect(self) -> None:
        """Connect to a server that runs; none is started for it. Raises Gone."""
        try:
            import pulsectl
            from pulsectl._pulsectl import pa
        except (ImportError, OSError) as missing:
            raise Gone from missing
        self._failures = (pulsectl.PulseError, pulsectl.PulseDisconnected, pa.CallError)
        with self._in_time():
            self._pulse = pulsectl.Pulse(CLIENT, connect=False)
            self._pulse.set_poll_func(self._poll, _log_failure)
            self._pulse.connect(autospawn=False)
            self._pulse.event_callback_set(self._hear)
            self._pulse.event_mask_set("sink", "server")

    def devices(self) -> Devices:
        """Ask for all devices. What changes from now on is news."""
        self._has_news = False
        with self._in_time():
            default = self._pulse.server_info().default_sink_name
            found = tuple(_device(sink) for sink in self._pulse.sink_list())
        return Devices(found, next((one for one in found if one.name == default), None))

    def put(self, device: Device, stand: Stand) -> Stand:
        """Let a device stand so, and give how it stands then."""
        with self._in_time():
            # Never loud for a moment: muted before it is turned, heard after it.
            if stand.is_muted:
                self._pulse.sink_mute(device.index, True)
            self._pulse.sink_volume_set(device.index, _volume(stand.volumes))
            if not stand.is_muted:
                self._pulse.sink_mute(device.index, False)
        return self._settled(device, stand)

    def wait(self, seconds: float | None) -> None:
        """Wait for news or the bell, at most for so long."""
        if self._has_news:
            return
        try:
            self._pulse.event_listen(seconds)
        except self._failures as failure:
            raise Gone from failure

    def listen_to(self, device: Device | None) -> None:
        """Measure this device from now on, or measure no more."""
        try:
            if self._meter is None and device is not None:
                self._meter = Meter(self._pulse)
            if self._meter is not None:
                self._meter.follow(device)
        except self._failures as failure:
            raise Gone from failure

    def take_peak(self) -> float | None:
        """Give the highest peak since it was asked last, None when nothing came."""
        return None if self._meter is None else self._meter.take()

    def hurry(self) -> None:
        """Have little patience from now on; any thread may say so."""
        self._latest_s = self._elapsed_s() + HURRY_S

    def close(self) -> None:
        """Give the connection back."""
        meter, self._meter = self._meter, None
        if meter is not None:
            meter.stop()
        pulse, self._pulse = self._pulse, None
        if pulse is not None:
            pulse.close()

    def _settled(self, device: Device, stand: Stand) -> Stand:
        until_s = self._elapsed_s() + SETTLES_WITHIN_S
        while True:
            now = self.devices().named(device.name)
            left_s = until_s - self._elapsed_s()
            if now is None or left_s <= 0 or now.stand.is_like(stand):
                return stand if now is None else now.stand
            self._bell.wait(min(left_s, 0.02))

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        self._until_s = self._elapsed_s() + self._patience_s
        try:
            yield
        except self._failures as failure:
            raise Gone from failure
        finally:
            self._until_s = None

    def _hear(self, _event: object) -> None:
        from pulsectl import PulseLoopStop

        self._has_news = True
        raise PulseLoopStop

    def _poll(self, places: "Sequence[_Place]", wait_s: float) -> int:
        """Wait for libpulse, which calls this; inside of a question only until its time is over."""
        is_question = self._until_s is not None
        wanted: dict[int, int] = defaultdict(int)
        for place in places:
            wanted[place.fd] |= place.events
        poll = select.poll()
        for number, events in wanted.items():
            poll.register(number, events)
        if not is_question:
            poll.register(self._bell, select.POLLIN)
        came = dict(poll.poll(_milliseconds(wait_s, SLICE_S if is_question else None)))
        for place in places:
            place.revents = came.get(place.fd, 0) & (
                place.events | ~select.POLLIN & ~select.POLLOUT
            )
        if self._bell.fileno() in came:
            self._pulse.event_listen_stop()
        if self._is_too_late():
            # Nobody has answered: pulsectl stops to wait when it believes to be disconnected.
            self._pulse.connected = False
        return sum(1 for place in places if place.revents)

    def _is_too_late(self) -> bool:
        if self._until_s is None:
            return False
        until_s = self._until_s if self._latest_s is None else min(self._until_s, self._latest_s)
        return self._elapsed_s() > until_s


class _Place(Protocol):
    """A pollfd of C."""

    fd: int
    events: int
    revents: int


def _device(sink: Any) -> Device:
    is_pipewire = "object.serial" in sink.proplist or "node.name" in sink.proplist
    return Device(
        sink.index,
        sink.name,
        sink.description,
        Stand(tuple(sink.volume.values), bool(sink.mute)),
        sink.monitor_source_name,
        is_suspended=sink.state == "suspended",
        is_tapped_early=sink.proplist.get("monitor.channel-volumes") != "true"
        if is_pipewire
        else bool(sink.flags & HARDWARE_VOLUME),
    )


def _volume(volumes: Sequence[float]) -> Any:
    from pulsectl import PulseVolumeInfo

    return PulseVolumeInfo(list(volumes))


def _milliseconds(wait_s: float, at_most_s: float | None) -> float | None:
    """Give how long to poll; libpulse says for ever with a number below 0."""
    if wait_s < 0:
        return None if at_most_s is None else at_most_s * 1000
    return 1000 * (wait_s if at_most_s is None else min(wait_s, at_most_s))


def _log_failure(*failure: Any) -> None:
    logger.error("The sound server could not be waited for.", exc_info=failure)
