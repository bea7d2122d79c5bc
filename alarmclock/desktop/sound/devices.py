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
# PulseAudio and PipeWire have this device while they have no other; it plays to nobody.
STAND_IN = "auto_null"
LONGEST_KEY = 256

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
            return list(_playbacks(backend))

    def default(self, backend: str) -> str:
        """Name the device that the default of a back end stands for at this moment, if known.

        Raises NoDevice when that plays to nobody.
        """
        # Where there is a sound server, it is what ALSA plays on by default.
        server = "PULSEAUDIO" if backend == "ALSA" else backend
        if any(device["key"] == STAND_IN for device in _defaults(server)):
            raise NoDevice
        return next((device["name"] for device in _defaults(backend)), "")

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


class _Listing(miniaudio.Devices):  # type: ignore[misc]  # miniaudio has no types.
    """What a back end lists as its devices.

    WORKAROUND: miniaudio 1.71 asks each device for its formats, and when one of them does not
    tell (ALSA has such), it names none of them.
    """

    def _get_info(self, _type: Any, device: Any) -> dict[str, Any]:
        start = miniaudio.ffi.cast("char *", miniaudio.ffi.addressof(device.id))
        key = miniaudio.ffi.string(start, LONGEST_KEY).decode(errors="replace")
        return {"is_default": bool(device.isDefault), "key": key}

    def __del__(self) -> None:
        # Without a server there is no context, and its end is logged as an error of ours.
        if self._context:
            super().__del__()


def _device_id(spot: Spot) -> Any:
    if spot.device is None:
        return None
    device = _playbacks(spot.backend).get(spot.device)
    if device is None:
        raise NoDevice
    return device["id"]


def _playbacks(backend: str) -> dict[str, dict[str, Any]]:
    """Give the devices by name; of two that are called alike, the second is numbered."""
    found: dict[str, dict[str, Any]] = {}
    for device in _all_playbacks(backend):
        if not _is_real(backend, device["key"]):
            continue
        name, number = device["name"], 1
        while name in found:
            number += 1
            name = f"{device['name']} ({number})"
        found[name] = device
    return found


def _defaults(backend: str) -> list[dict[str, Any]]:
    """List the default device, or nothing where it is not known."""
    try:
        return [device for device in _all_playbacks(backend) if device["is_default"]]
    except miniaudio.MiniaudioError:
        return []


def _all_playbacks(backend: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _Listing([miniaudio.Backend[backend]]).get_playbacks()
    return found


def _is_real(backend: str, key: str) -> bool:
    """Tell a device from what takes everything and plays nothing.

    ALSA names its hardware by its card, such as hw:0,0, and its converters and null device not.
    """
    return ":" in key if backend == "ALSA" else key != STAND_IN


@contextmanager
def _errors_as_no_device() -> Iterator[None]:
    try:
        yield
    except miniaudio.MiniaudioError as error:
        raise NoDevice(str(error)) from error
