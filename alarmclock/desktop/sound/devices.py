"""The real sound devices, by miniaudio. Heavy to import: done when the first sound is needed."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import miniaudio

from alarmclock.desktop.sound.clip import CHANNELS, RATE
from alarmclock.desktop.sound.hardware import Device, Fill, NoDevice, Spot
from alarmclock.desktop.sound.quiet_alsa import quieten_alsa

# Long enough to survive a busy window, short enough that Stop is heard at once.
PERIOD_MS = 40
PERIODS = 2
APP_NAME = "Alarm Clock"

# JACK prints to stderr when its server is not there, and desktops that run it offer PulseAudio
# too. The null back end would claim to play.
UNWANTED = ("JACK", "NULL", "CUSTOM")


class MiniaudioHardware:
    """The sound devices of this computer."""

    def backends(self) -> Sequence[str]:
        """Name the back ends miniaudio was built with, in its own order of preference."""
        quieten_alsa()
        enabled = sorted(miniaudio.get_enabled_backends(), key=lambda backend: backend.value)
        return [backend.name for backend in enabled if backend.name not in UNWANTED]

    def devices(self, backend: str) -> Sequence[str]:
        """Name the devices of a back end."""
        with _errors_as_no_device():
            return [device["name"] for device in _playbacks(backend)]

    def open(self, spot: Spot, fill: Fill) -> Device:
        """Open a device and let it play."""
        with _errors_as_no_device():
            playback = _Playback(
                nchannels=CHANNELS,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                device_id=_device_id(spot),
                backends=[miniaudio.Backend[spot.backend]],
                app_name=APP_NAME,
            )
            return _started(playback, fill)


class _Playback(miniaudio.PlaybackDevice):  # type: ignore[misc]  # miniaudio has no types.
    """A playback device that leaves nothing open behind it.

    WORKAROUND: miniaudio 1.71 never ends the context of a device, which costs five open files
    each time, also when it does not open.
    """

    _context: Any = None

    def __init__(self, **options: Any) -> None:
        try:
            super().__init__(**options)
        except miniaudio.MiniaudioError:
            self.close()
            raise

    def close(self) -> None:
        super().close()
        context, self._context = self._context, None
        if context is not None:
            miniaudio.lib.ma_context_uninit(context)


def _started(playback: _Playback, fill: Fill) -> Device:
    feed = _feed(fill)
    next(feed)
    try:
        playback.start(feed)
    except miniaudio.MiniaudioError:
        playback.close()
        raise
    return playback


def _feed(fill: Fill) -> Generator[bytes, int, None]:
    frames = yield b""
    while True:
        frames = yield fill(frames)


def _device_id(spot: Spot) -> Any:
    if spot.device is None:
        return None
    for device in _playbacks(spot.backend):
        if device["name"] == spot.device:
            return device["id"]
    raise NoDevice


def _playbacks(backend: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = miniaudio.Devices([miniaudio.Backend[backend]]).get_playbacks()
    return found


@contextmanager
def _errors_as_no_device() -> Iterator[None]:
    try:
        yield
    except miniaudio.MiniaudioError as error:
        raise NoDevice(str(error)) from error
