"""Other programs that play music or films, which a ring should not have to shout against."""

from collections.abc import Callable
from typing import Protocol


class MediaPlayers(Protocol):
    """The media players of the desktop."""

    def start(self) -> None:
        """Get ready, in the running loop."""

    def pause(self, paused: Callable[[list[str]], None]) -> None:
        """Pause whatever plays, and call `paused` on the loop with the names of what was paused.

        It is called even when nothing was, and again when more can be paused only later. What is
        paused already is left alone.
        """

    def resume(self) -> None:
        """Let play on what `pause` has paused and nobody has touched since."""

    def close(self) -> None:
        """Resume, and do nothing any more."""


class PaperPlayers:
    """Media players on paper, for tests: `playing` are their names."""

    def __init__(self, playing: list[str] | None = None) -> None:
        self.playing = playing or []
        self.paused: list[str] = []

    def pause(self, paused: Callable[[list[str]], None]) -> None:
        """Move what plays to what is paused."""
        names, self.playing = self.playing, []
        self.paused += names
        paused(names)

    def resume(self) -> None:
        """Move it back."""
        self.playing, self.paused = [*self.playing, *self.paused], []

    def start(self) -> None:
        """Do nothing: it does as it is told."""

    def close(self) -> None:
        """Move it back."""
        self.resume()
