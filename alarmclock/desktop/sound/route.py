"""In which order the places are tried: the best first, and last those that were given up."""

from collections.abc import Iterator

from alarmclock.desktop.sound.hardware import Hardware, Spot, spots


class Route:
    """The places to play at. Those that were given up come last, the one given up latest last."""

    def __init__(self, hardware: Hardware) -> None:
        self._hardware = hardware
        self._given_up: list[Spot] = []

    def spots(self) -> Iterator[Spot]:
        """Go through all places once."""
        last = list(self._given_up)
        yield from (spot for spot in spots(self._hardware) if spot not in last)
        yield from last

    def give_up(self, spot: Spot) -> None:
        """Let a place come last."""
        self._given_up = [*(one for one in self._given_up if one != spot), spot]

    def begin_anew(self) -> None:
        """Let every place come at its own turn again."""
        self._given_up = []
