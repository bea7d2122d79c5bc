"""Hardware asked on a thread of its own, because a sound server that hangs never answers."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from alarmclock.desktop.sound.hardware import Device, Fill, Hardware, NoDevice, Spot

logger = logging.getLogger(__name__)

# Longer than a Bluetooth headset takes to wake, shorter than anybody wants to wait for a ring.
PATIENCE_S = 3.0

T = TypeVar("T")


class Request(Generic[T]):
    """One question to the hardware; an answer that comes too late is handed to ``discard``."""

    def __init__(self, ask: Callable[[], T], discard: Callable[[T], None]) -> None:
        self._ask = ask
        self._discard = discard
        self._lock = threading.Lock()
        self._given_up = False
        self._answers: list[T] = []
        self._thread = threading.Thread(target=self._run, name="sound request", daemon=True)

    @property
    def is_pending(self) -> bool:
        """True while the hardware has not answered."""
        return self._thread.is_alive()

    def answer(self, patience_s: float) -> T:
        """Ask, and wait this long. Raises NoDevice when there is none, or no answer."""
        self._thread.start()
        self._thread.join(patience_s)
        with self._lock:
            self._given_up = True
            if not self._answers:
                raise NoDevice
            return self._answers[0]

    def _run(self) -> None:
        try:
            answer = self._ask()
        except NoDevice:
            return
        except Exception:  # a driver may fail in any way, and is then no device.
            logger.exception("The sound system failed.")
            return
        with self._lock:
            if not self._given_up:
                self._answers.append(answer)
                return
        self._discard(answer)


class PatientHardware:
    """Hardware whose calls never block for long; a back end that hangs is left out meanwhile."""

    def __init__(self, hardware: Hardware, patience_s: float = PATIENCE_S) -> None:
        self._hardware = hardware
        self._patience_s = patience_s
        self._pending: dict[str, Callable[[], bool]] = {}

    def backends(self) -> Sequence[str]:
        """Name the back ends that are not hanging."""
        return [name for name in self._hardware.backends() if not self._hangs(name)]

    def devices(self, backend: str) -> Sequence[str]:
        """Name the devices of a back end."""
        return self._answer(backend, Request(lambda: self._hardware.devices(backend), _forget))

    def open(self, spot: Spot, fill: Fill) -> Device:
        """Start to play; a device that comes too late is closed again."""
        request = Request(lambda: self._hardware.open(spot, fill), lambda late: late.close())
        return _PatientDevice(self, spot.backend, self._answer(spot.backend, request))

    def close(self, backend: str, device: Device) -> None:
        """Close a device; one that hangs is left to its fate."""
        try:
            self._answer(backend, Request(lambda: _closed(device), _forget))
        except NoDevice:
            logger.warning("The sound device could not be closed.")

    def _answer(self, backend: str, request: Request[T]) -> T:
        if self._hangs(backend):
            raise NoDevice
        self._pending[backend] = lambda: request.is_pending
        return request.answer(self._patience_s)

    def _hangs(self, backend: str) -> bool:
        is_pending = self._pending.get(backend)
        return is_pending is not None and is_pending()


class _PatientDevice:
    """A device of patient hardware."""

    def __init__(self, hardware: PatientHardware, backend: str, device: Device) -> None:
        self._hardware = hardware
        self._backend = backend
        self._device = device

    def close(self) -> None:
        self._hardware.close(self._backend, self._device)


def _closed(device: Device) -> bool:
    device.close()
    return True


def _forget(_answer: object) -> None:
    """Nothing was opened, so nothing is to be given back."""
