import asyncio
import os

import pytest

from alarmclock.desktop.bus.bus_connection import connect, give_back, is_possible, until_lost


async def test_a_connection_that_is_given_back_is_closed_at_once(lasting_bus):
    """The loop may never turn again; giving back twice is nothing."""
    connection = await connect(lasting_bus.address)
    file = connection._fd
    os.fstat(file)
    give_back(connection)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(file)
    give_back(connection)


async def test_the_end_of_a_bus_is_noticed(private_bus):
    """Whatever was wrong is not raised."""
    private_bus.start()
    connection = await connect(private_bus.address)
    waiting = asyncio.ensure_future(until_lost(connection))
    private_bus.kill()
    await asyncio.wait_for(waiting, 5)
    give_back(connection)


async def test_where_no_bus_is_connecting_says_so(tmp_path):
    """The caller decides what to make of it."""
    with pytest.raises(OSError, match="No such file"):
        await connect(f"unix:path={tmp_path}/none")


def test_the_library_is_there():
    """The other tests of the bus would prove nothing without it."""
    assert is_possible()
