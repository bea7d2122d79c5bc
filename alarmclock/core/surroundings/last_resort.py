"""What is left when no sound can be played by the program itself."""

from typing import Protocol


class LastResort(Protocol):
    """Other ways to make a noise: a player of the system, and the beep of the computer."""

    def begin(self, volume: int) -> str:
        """Make a noise until `end`, and say in a few words by what: “pw-play and the beep”."""

    def end(self) -> None:
        """Be quiet within 100 ms."""


class PaperResort:
    """A last resort on paper, for tests."""

    def __init__(self, means: str = "the beep") -> None:
        self._means = means
        self.volume: int | None = None

    def begin(self, volume: int) -> str:
        """Take note of the volume."""
        self.volume = volume
        return self._means

    def end(self) -> None:
        """Be quiet."""
        self.volume = None
