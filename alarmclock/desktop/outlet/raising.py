"""What was turned up for a ring, and how it is put back."""

from collections.abc import Mapping
from typing import NamedTuple

from alarmclock.desktop.outlet.device import DUMMY, Device, Devices, Stand
from alarmclock.values import dataclass


class Move(NamedTuple):
    """A device, and how it shall stand."""

    device: Device
    stand: Stand


@dataclass(frozen=True, slots=True)
class Raised:
    """How a device stood before, and how it was left."""

    before: Stand
    after: Stand


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody wants to hear the default device."""

    volume: int
    for_good: bool


class Raising:
    """Knows what is to be moved. A device that is away is remembered until it is back."""

    def __init__(self) -> None:
        self._wish: Wish | None = None
        self._raised: dict[str, Raised] = {}
        self._owed: dict[str, Raised] = {}

    @property
    def is_on(self) -> bool:
        """True while somebody wants to hear, or hears, a device that was turned up."""
        return self._wish is not None or bool(self._raised)

    @property
    def owes(self) -> bool:
        """True while something is still to be put back."""
        return bool(self._owed)

    @property
    def debts(self) -> Mapping[str, Raised]:
        """All that is to be put back sooner or later, by the names of the devices."""
        return {**self._raised, **self._owed}

    def owe(self, debts: Mapping[str, Raised]) -> None:
        """Put back what an earlier run had no time for."""
        self._owed |= debts

    def want(self, volume: int, *, for_good: bool) -> None:
        """Want the default device to be heard, as soon as there is one."""
        self._wish = Wish(volume, for_good)

    def end(self) -> None:
        """Want all to be as it was."""
        self._wish = None
        self._owed |= self._raised
        self._raised.clear()

    def moves(self, devices: Devices) -> list[Move]:
        """Say what is to be moved now; each is said again until it is told that it was `moved`."""
        return self._backwards(devices) or self._upwards(devices.default)

    def moved(self, move: Move, stand: Stand) -> bool:
        """Take note that it was, and of how the device stands: cards round in their own way.

        Tells whether it was put back.
        """
        name = move.device.name
        if self._owed.pop(name, None) is not None:
            return True
        self._wish = None
        if raised := self._raised.get(name):
            self._raised[name] = Raised(raised.before, stand)
        return False

    def _upwards(self, device: Device | None) -> list[Move]:
        if self._wish is None or device is None or device.name == DUMMY:
            return []
        after = device.stand.raised(self._wish.volume)
        earlier = self._raised.pop(device.name, None)
        if not self._wish.for_good:
            self._remember(device, after, earlier)
        if not after.is_like(device.stand):
            return [Move(device, after)]
        self._wish = None
        return []

    def _remember(self, device: Device, after: Stand, earlier: Raised | None) -> None:
        is_untouched = earlier is not None and earlier.after.is_like(device.stand)
        before = earlier.before if earlier is not None and is_untouched else device.stand
        if not after.is_like(before):
            self._raised[device.name] = Raised(before, after)

    def _backwards(self, devices: Devices) -> list[Move]:
        moves = []
        for name, raised in list(self._owed.items()):
            device = devices.named(name)
            if device is not None and raised.after.is_like(device.stand):
                moves.append(Move(device, raised.before))
            elif device is not None:
                del self._owed[name]
        return moves
