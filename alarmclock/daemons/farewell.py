"""The task that is cancelled last in spirit: it shows the cancellations of all the others."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

FRAME_S = 1 / 30

ShowPart = Callable[[timedelta, timedelta], None]


class Farewell:
    """Waits for the loop's cancellation like any daemon, and gives people time to read."""

    def __init__(self) -> None:
        self._hurried = asyncio.Event()
        self._length = timedelta(0)
        self._show_part: ShowPart = lambda _passed, _whole: None

    def prepare(self, length: timedelta, show_part: ShowPart) -> None:
        """Stay for this long when the cancellation comes, and tell how much has passed."""
        self._length, self._show_part = length, show_part

    def hurry(self) -> None:
        """Stay no longer."""
        self._hurried.set()

    async def run(self) -> None:
        """Wait to be cancelled; then show what happens, and pass the cancellation on."""
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            await self._stay()
            raise

    async def _stay(self) -> None:
        loop = asyncio.get_running_loop()
        begun, whole = loop.time(), self._length.total_seconds()
        while (passed := loop.time() - begun) < whole and not self._hurried.is_set():
            self._show_part(timedelta(seconds=passed), self._length)
            await asyncio.sleep(min(FRAME_S, whole - passed))
