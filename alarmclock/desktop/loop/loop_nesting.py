"""Turns inside callbacks: what must be set aside so that a nested Qt loop loses no call."""

# ruff: noqa: SLF001 - a loop tells asyncio by these names what runs; there are no public ones.

import asyncio
from asyncio.tasks import _enter_task, _leave_task
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def set_aside(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Make loop the running one, with no task being stepped, whatever is going on around."""
    loop_around = asyncio._get_running_loop()
    asyncio._set_running_loop(loop)
    task_around = asyncio.current_task(loop)
    if task_around is not None:
        _leave_task(loop, task_around)
    try:
        yield
    finally:
        if task_around is not None:
            _enter_task(loop, task_around)
        asyncio._set_running_loop(loop_around)


def is_entered(handle: asyncio.Handle) -> bool:
    """Whether a callback around this turn uses the handle's context, so that it can't run now."""
    context = handle._context  # type: ignore[attr-defined]  # public (get_context) from 3.12 on.
    try:
        context.run(bool)
    except RuntimeError:
        return True
    return False
