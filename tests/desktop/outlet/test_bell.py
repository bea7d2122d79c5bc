"""A bell that one thread rings and another hears."""

import threading

from alarmclock.desktop.outlet.bell import Bell


def test_it_wakes_who_waits():
    """From another thread."""
    bell = Bell()
    threading.Timer(0.02, bell.ring).start()
    bell.wait(None)
    bell.close()


def test_it_is_heard_by_who_waits_later_until_it_is_hushed():
    """What was asked while the thread was busy is not forgotten."""
    bell = Bell()
    bell.ring()
    bell.wait(None)
    bell.wait(None)
    bell.hush()
    bell.wait(0.01)
    bell.close()


def test_nobody_minds_how_often_it_is_rung_or_that_it_is_gone():
    """Whoever rings must never wait or fail."""
    bell = Bell()
    for _ in range(10_000):
        bell.ring()
    bell.hush()
    bell.close()
    bell.ring()
    bell.hush()
