import time

from alarmclock.desktop.loop.loop_pulse import LoopPulse


def test_short_gaps_while_qt_runs(spin_qt):
    """A window that isn't held up shows only short gaps."""
    pulse = LoopPulse()
    pulse.start()
    spin_qt(200)
    assert 0 < pulse.stop() < 0.15


def test_blocking_shows_as_a_gap(spin_qt):
    """Code that holds Qt up shows as a gap of that length."""
    pulse = LoopPulse()
    pulse.start()
    spin_qt(5)
    time.sleep(0.06)
    spin_qt(5)
    assert 0.06 <= pulse.stop() < 0.2


def test_gap_at_the_end_counts(qapp):
    """What blocks until the measurement stops is part of it."""
    pulse = LoopPulse()
    pulse.start()
    time.sleep(0.03)
    assert pulse.stop() >= 0.03


def test_start_measures_anew(spin_qt):
    """A gap of the run before is forgotten."""
    pulse = LoopPulse()
    pulse.start()
    time.sleep(0.2)
    pulse.stop()
    pulse.start()
    spin_qt(5)
    assert pulse.stop() < 0.2
