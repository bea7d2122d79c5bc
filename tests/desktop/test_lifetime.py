"""The life of a program: what is called when, whatever ends it."""

import asyncio
import gc
import os
import signal
import weakref

import pytest

from alarmclock.desktop.lifetime import Lifetime


class Program(Lifetime):
    """Notes what happens to it, and waits in the background."""

    def __init__(self):
        super().__init__()
        self.told = []

    async def open_up(self, app):
        """Begin to wait."""
        del app
        self.told.append("open")
        self.begin(self.wait())
        await asyncio.sleep(0)

    async def wait(self):
        """Wait for ever, and say when that is over."""
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            self.told.append("cancelled")
            raise

    def prepare_end(self):
        """Say that the end begins."""
        self.told.append("prepare")

    def hurry(self):
        """Say that somebody is impatient."""
        self.told.append("hurry")

    def put_away(self):
        """Say that all is over."""
        self.told.append("put away")


WHOLE = ["open", "prepare", "cancelled", "put away"]


@pytest.fixture
def program(qapp):
    """A program that is not open."""
    program = Program()
    yield program
    if program.is_open:
        program.finish()


def test_nothing_happens_before_it_is_started(program):
    """To make one opens nothing."""
    assert (program.told, program.is_open) == ([], False)


def test_it_opens_and_ends_in_order(program):
    """Its tasks are cancelled after the end was prepared, and all is put away at last."""
    with program:
        assert (program.told, program.is_open) == (["open"], True)
    assert (program.told, program.is_open) == (WHOLE, False)


def test_it_runs_until_it_is_ended(program, qtbot):
    """The status of a program that was closed is 0."""
    program.start()
    program.end()
    program.finish_when_ended()
    assert program.told == WHOLE


def test_asked_twice_it_hurries(program):
    """Once per impatience."""
    program.start()
    program.end()
    program.end()
    program.finish_when_ended()
    assert program.told == ["open", "hurry", "prepare", "cancelled", "put away"]


def test_a_task_without_any_other_reference_lives(program):
    """The loop alone holds tasks weakly."""
    program.start()
    gc.collect()
    assert program.told == ["open"]


def test_a_task_that_is_over_is_held_no_more(program, qtbot):
    """However many there were in a month."""
    program.start()
    done = asyncio.Event()

    async def do():
        done.set()

    coroutine = do()
    over = weakref.ref(coroutine)
    program.begin(coroutine)
    del coroutine
    qtbot.waitUntil(done.is_set)
    qtbot.waitUntil(lambda: over() is None)


def test_a_signal_ends_it(program, qtbot):
    """As a person who closes the window does."""
    program.start()
    os.kill(os.getpid(), signal.SIGTERM)
    program.finish_when_ended()
    assert program.told == WHOLE


def test_it_can_be_opened_again(program):
    """After its end it is as new."""
    for _ in range(2):
        with program:
            pass
    assert program.told == WHOLE * 2
