"""What is reckoned on another thread."""

import asyncio
import gc
import threading

import pytest

from alarmclock.aside import Aside


async def test_a_call_runs_on_another_thread():
    """And gives what it gives."""
    aside, here = Aside(), threading.get_ident()
    assert await aside.run(lambda: threading.get_ident() != here)


async def test_an_error_comes_back():
    """As of any call."""
    with pytest.raises(ZeroDivisionError):
        await Aside().run(lambda: 1 // 0)
    assert gc.isenabled()


async def test_python_does_not_look_through_all_objects_meanwhile():
    """Until the last of several calls is done."""
    aside, go_on = Aside(), [threading.Event(), threading.Event()]
    calls = [asyncio.ensure_future(aside.run(event.wait)) for event in go_on]
    await asyncio.sleep(0)
    assert not gc.isenabled()
    go_on[0].set()
    await calls[0]
    assert not gc.isenabled()
    go_on[1].set()
    await calls[1]
    assert gc.isenabled()


async def test_who_turned_that_off_keeps_it_off():
    """It is put back as it was."""
    gc.disable()
    try:
        await Aside().run(lambda: None)
        assert not gc.isenabled()
    finally:
        gc.enable()
