"""What nobody caught is told in a sentence, and goes to the log."""

import asyncio
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from alarmclock.core.errors import NotSaved
from alarmclock.desktop.footing.uncaught import SENTENCE, Uncaught


@pytest.fixture
def told():
    """What a person was told."""
    return []


@pytest.fixture
def uncaught(told, monkeypatch):
    """Give one that follows a process whose own hooks are silent."""
    silent = lambda *_args: None  # noqa: E731
    monkeypatch.setattr(sys, "excepthook", silent)
    monkeypatch.setattr(threading, "excepthook", silent)
    monkeypatch.setattr(sys, "unraisablehook", silent)
    made = Uncaught(told.append)
    made.follow_process()
    yield made
    made.leave_process()


def fail(error):
    """Raise an error that nobody catches, always at the same place."""
    try:
        raise error  # noqa: TRY301 - as a slot does
    except BaseException as raised:  # noqa: BLE001 - as Qt finds it
        sys.excepthook(type(raised), raised, raised.__traceback__)


def test_a_slot_that_fails_is_told_without_its_traceback(uncaught, told, caplog):
    """What a person reads is a sentence; the rest is in the log."""
    fail(ZeroDivisionError("division by zero"))
    assert told == [SENTENCE.format(name="ZeroDivisionError")]
    assert "ZeroDivisionError: division by zero" in caplog.text


def test_an_error_of_ours_says_its_own_sentence(uncaught, told):
    """It says what to do."""
    fail(NotSaved("The disk is full. Free some space."))
    assert told == ["The disk is full. Free some space."]


def test_what_fails_again_and_again_is_told_once(uncaught, told, caplog):
    """A paint that fails fails each second; the log has them all."""
    for _ in range(3):
        fail(ZeroDivisionError())
    assert len(told) == 1
    assert caplog.text.count("Nobody caught this") == 3


def test_another_failure_is_told_as_well(uncaught, told):
    """Another kind, or another place."""
    fail(ZeroDivisionError())
    fail(KeyError())
    assert len(told) == 2


def test_a_wish_to_end_is_no_failure(uncaught, told):
    """Ctrl+C."""
    fail(KeyboardInterrupt())
    assert told == []


def test_a_thread_that_fails_is_told_on_the_loop(uncaught, told, caplog):
    """Nothing of the window is touched from another thread."""

    async def main():
        uncaught.follow_loop(asyncio.get_running_loop())
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        assert told == []
        await asyncio.sleep(0)

    asyncio.run(main())
    assert len(told) == 1
    assert "ZeroDivisionError" in caplog.text


def test_a_callback_of_the_loop_that_fails_is_told(told, caplog):
    """And the loop goes on."""

    async def main():
        loop = asyncio.get_running_loop()
        Uncaught(told.append).follow_loop(loop)
        loop.call_soon(lambda: 1 // 0)
        await asyncio.sleep(0.01)

    asyncio.run(main())
    assert len(told) == 1
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.qt_log_ignore("the screen flickers")
def test_what_qt_warns_of_is_in_the_log_and_told_to_nobody(uncaught, told, caplog):
    """It is for whoever looks into it."""
    qWarning("the screen flickers")
    assert "the screen flickers" in caplog.text
    assert told == []


def test_the_hooks_are_given_back(told):
    """A program that embeds this one has its own."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    uncaught = Uncaught(told.append)
    uncaught.follow_process()
    uncaught.leave_process()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
