import pytest

from alarmclock.core.player import STARTING
from alarmclock.desktop.sound.worker import Worker


class Wanted:
    """Whether something should be heard."""

    def __init__(self):
        self.now = True

    def __call__(self):
        """Tell it."""
        return self.now

    def may_rest(self):
        """Tell the contrary."""
        return not self.now


@pytest.fixture
def wanted():
    """Something should be heard, until the test says otherwise."""
    return Wanted()


@pytest.fixture
def worker(hardware, wanted):
    """A worker that has not begun."""
    worker = Worker(lambda: hardware, bytes, wanted, wanted.may_rest)
    yield worker
    worker.close()


def test_it_begins_when_it_is_woken(worker, hardware, sound_threads, eventually):
    """Before that there is neither a thread nor a device."""
    assert sound_threads() == []
    assert worker.status == STARTING
    worker.wake()
    eventually(lambda: hardware.opened, "no device was opened")


def test_woken_twice_it_has_one_thread(worker, sound_threads):
    """Every ring wakes it, and one thread serves them all."""
    worker.wake()
    worker.wake()
    assert sound_threads() == ["sound"]


def test_it_rests_when_nothing_is_wanted(worker, hardware, wanted, sound_threads, eventually):
    """Its thread ends, and begins anew when it is woken."""
    wanted.now = False
    worker.wake()
    eventually(lambda: not sound_threads(), "it does not rest")
    wanted.now = True
    worker.wake()
    eventually(lambda: hardware.opened, "no device was opened")


def test_closed_it_is_not_woken(worker, hardware, sound_threads):
    """After the end nothing begins."""
    worker.close()
    worker.wake()
    assert sound_threads() == []
    assert hardware.tried == []
