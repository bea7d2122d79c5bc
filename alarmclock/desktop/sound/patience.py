"""Hardware asked on a thread of its own, because a sound server that hangs never answers."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from alarmclock.desktop.sound.hardware import Device, Fill, Hardware, NoAnswer, NoDevice, Spot

logger = logging.getLogger(__name__)

# Longer than a Bluetooth headset takes to wake, shorter than anybody wants to wait for a ring.
PATIENCE_S = 3.0
# For what nobody waits for: the end of a device that is not used any more, a name to show.
LITTLE_PATIENCE_S = 0.5

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
        """Ask, and wait this long. Raises NoDevice when there is none, NoAnswer when it hangs."""
        self._thread.start()
        self._thread.join(patience_s)
        with self._lock:
            self._given_up = True
            if self._answers:
                return self._answers[0]
        raise NoAnswer if self.is_pending else NoDevice

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
    """Hardware whose calls never block for long; a back end that hangs is asked nothing more."""

    def __init__(
        self,
        hardware: Hardware,
        patience_s: float = PATIENCE_S,
        little_patience_s: float = LITTLE_PATIENCE_S,
    ) -> None:
        self._hardware = hardware
        self._patience_s = patience_s
        self._little_patience_s = little_patience_s
        self._asked: dict[str, list[Callable[[], bool]]] = {}

    def backends(self) -> Sequence[str]:
        """Name the back ends."""
        return self._hardware.backends()

    def devices(self, backend: str) -> Sequence[str]:
        """Name the devices of a back end."""
        request = Request(lambda: self._hardware.devices(backend), _forget)
        return self._answer(backend, request, self._patience_s)

    def default(self, backend: str) -> str:
        """Name the device that a back end plays on unless told otherwise."""
        request = Request(lambda: self._hardware.default(backend), _forget)
        return self._answer(backend, request, self._little_patience_s)

    def open(self, spot: Spot, fill: Fill) -> Device:
        """Start to play; a device that comes too late is closed again."""
        request = Request(lambda: self._hardware.open(spot, fill), lambda late: late.close())
        device = self._answer(spot.backend, request, self._patience_s)
        return _PatientDevice(self, spot.backend, device)

    def close(self, backend: str, device: Device) -> None:
        """Close a device; one that hangs is left to its fate, and closes should it ever answer."""
        request = Request(lambda: _closed(device), _forget)
        try:
            self._ask(backend, request, self._little_patience_s)
        except NoDevice:
            logger.warning("The sound device could not be closed.")

    def _answer(self, backend: str, request: Request[T], patience_s: float) -> T:
        if self._hangs(backend):
            raise NoAnswer
        return self._ask(backend, request, patience_s)

    def _ask(self, backend: str, request: Request[T], patience_s: float) -> T:
        self._asked.setdefault(backend, []).append(lambda: request.is_pending)
        return request.answer(patience_s)

    def _hangs(self, backend: str) -> bool:
        pending = [one for one in self._asked.get(backend, []) if one()]
        self._asked[backend] = pending
        return bool(pending)


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
