"""Lets something long be reckoned on another thread while the window stays quick."""

import asyncio
import gc
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Aside:
    """Runs calls on other threads, one or several at a time.

    What is read or written there makes thousands of objects at once, and each time that Python
    looks through all that the program has, every thread stands. It looks again when all are done.
    """

    def __init__(self) -> None:
        self._running = 0
        self._looked = False

    async def run(self, do: Callable[[], Found]) -> Found:
        """Run a call on another thread, and give what it gives."""
        if self._running == 0:
            self._looked = gc.isenabled()
            gc.disable()
        self._running += 1
        try:
            return await asyncio.to_thread(do)
        finally:
            self._running -= 1
            if self._running == 0 and self._looked:
                gc.enable()
