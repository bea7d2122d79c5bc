"""The life of a program: what is called when, whatever ends it."""

import asyncio
import gc
import os
import signal
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from alarmclock.desktop.lifetime import Lifetime
from alarmclock.desktop.loop.loop_by_hand import CutOff


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


def test_without_a_screen_it_ends_in_the_same_order(program, caplog):
    """Every task is cancelled and all is put away, without Qt, whose loop is over."""
    program.start()
    QTimer.singleShot(0, lambda: QCoreApplication.exit(1))
    program.finish_when_ended()
    assert program.told == WHOLE
    assert not program.is_open
    assert str(program.cut_off) in caplog.text


def test_without_a_screen_run_does_not_say_that_it_was_closed(qapp):
    """Whoever started it is told."""
    program = Program()
    QTimer.singleShot(0, lambda: QTimer.singleShot(50, lambda: QCoreApplication.exit(1)))
    with pytest.raises(CutOff):
        program.run()
    assert program.told == WHOLE


def test_a_task_that_fails_says_so_at_once(program):
    """Not when it is swept up, and it is held no longer."""
    told = []

    async def fail():
        raise ZeroDivisionError

    program.start()
    loop = program._runner.get_loop()
    loop.set_exception_handler(lambda _loop, context: told.append(context["exception"]))
    program.begin(fail())
    loop.call_later(0, program.end)
    program.finish_when_ended()
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_the_end_of_its_terminal_ends_it(program, qtbot):
    """As closing its window does."""
    program.start()
    os.kill(os.getpid(), signal.SIGHUP)
    program.finish_when_ended()
    assert program.told == WHOLE


def test_it_can_be_opened_again(program):
    """After its end it is as new."""
    for _ in range(2):
        with program:
            pass
    assert program.told == WHOLE * 2
