"""Waits for a bus where there is none, without looking for it again and again."""

import asyncio
from pathlib import Path

from alarmclock.desktop.arrivals import Arrivals

# Where its file is watched, a bus is looked for all the same, but rarely.
WATCHED_WAIT_S = 3600.0


async def until_one_comes(place: Path | None, wait_s: float) -> bool:
    """Wait until the file of a bus comes, and tell whether it did.

    Where that can't be told, wait for `wait_s`.
    """
    arrivals = Arrivals([place] if place is not None else [])
    try:
        if not arrivals.is_watching:
            await asyncio.sleep(wait_s)
            return False
        return await _told_by(arrivals)
    finally:
        arrivals.close()


async def _told_by(arrivals: Arrivals) -> bool:
    loop = asyncio.get_running_loop()
    come = asyncio.Event()

    def take() -> None:
        if arrivals.take():
            come.set()

    loop.add_reader(arrivals.fileno(), take)
    try:
        async with asyncio.timeout(WATCHED_WAIT_S):
            await come.wait()
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(arrivals.fileno())
    return True
