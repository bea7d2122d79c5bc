"""Turns the loop without Qt, whose own loop ends for good when the screen is gone."""

import time
from collections.abc import Callable

# Other threads can't wake a loop that Qt does not turn.
LOOKS_EVERY_S = 0.01


class CutOff(Exception):
    """Qt has ended its loop by itself, as it does when the screen is gone."""

    def __init__(self) -> None:
        super().__init__(
            "The screen is gone, and Alarm Clock ends: nothing rings until you open it again."
        )


class ByHand:
    """Stands in for the application of a loop: `exec` turns it until `exit`."""

    def __init__(self, turn: Callable[[], None]) -> None:
        self._turn = turn
        self._is_over = False

    def exec(self) -> int:
        """Turn until told to end."""
        self._is_over = False
        while not self._is_over:
            self._turn()
            if not self._is_over:
                time.sleep(LOOKS_EVERY_S)
        return 0

    def exit(self) -> None:
        """End after this turn."""
        self._is_over = True
