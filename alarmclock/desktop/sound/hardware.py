"""The sound devices of a computer, as a protocol, and the order in which they are tried."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from alarmclock.values import dataclass

# Gives as many frames as asked for; called by the device's own thread.
Fill = Callable[[int], bytes]


class NoDevice(Exception):
    """Nothing can be played there."""


class NoAnswer(NoDevice):
    """Nobody knows what can be played there: the sound system hangs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to play at: a back end, and the name of its device or None for its default."""

    backend: str
    device: str | None = None


class Device(Protocol):
    """A device that plays."""

    def close(self) -> None:
        """Give it back. It may block; it does not raise."""


class Hardware(Protocol):
    """What can be played on. Every call may block, for instance on a server that hangs."""

    def backends(self) -> Sequence[str]:
        """Name the back ends, the best first. Raises NoDevice."""

    def devices(self, backend: str) -> Sequence[str]:
        """Name the devices of a back end. Raises NoDevice."""

    def default(self, backend: str) -> str:
        """Name the device that a back end plays on unless told otherwise, if it is known.

        Raises NoDevice when that plays to nobody.
        """

    def open(self, spot: Spot, fill: Fill) -> Device:
        """Start to play what ``fill`` gives. Raises NoDevice."""


class Nowhere:
    """Hardware of a computer on which nothing can be played."""

    def backends(self) -> Sequence[str]:
        """Name none."""
        return ()

    def devices(self, backend: str) -> Sequence[str]:
        """Name none."""
        raise NoDevice(backend)

    def default(self, backend: str) -> str:
        """Name none."""
        raise NoDevice(backend)

    def open(self, spot: Spot, fill: Fill) -> Device:
        """Open nothing."""
        raise NoDevice(spot, fill)


def spots(hardware: Hardware) -> Iterator[Spot]:
    """Go through all places to play at: for each back end its default, then all its devices."""
    try:
        backends = hardware.backends()
    except NoDevice:
        return
    for backend in backends:
        yield Spot(backend)
        try:
            devices = hardware.devices(backend)
        except NoDevice:
            continue
        for device in devices:
            yield Spot(backend, device)
