"""A bus that is not there is waited for, not looked for."""

import asyncio

from alarmclock.desktop.bus.bus_place import until_one_comes


async def test_it_waits_until_the_socket_comes(tmp_path):
    """And no longer."""
    waiting = asyncio.create_task(until_one_comes(tmp_path / "run" / "bus", 0.0))
    await asyncio.sleep(0)
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "bus").touch()
    async with asyncio.timeout(5):
        assert await waiting


async def test_where_nobody_knows_the_place_it_waits_its_time():
    """Then a bus is looked for as before."""
    assert not await until_one_comes(None, 0.0)
