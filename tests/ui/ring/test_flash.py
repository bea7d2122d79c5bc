"""The light that wakes: slow enough to harm nobody."""

from PySide6.QtCore import QTimer

from alarmclock.ui.ring.flash import FLASH_MS, Flash


def test_it_flashes_no_more_than_three_times_a_second():
    """Above that it can harm people who are sensitive to light."""
    assert FLASH_MS >= 1000 / 3


def test_it_is_bright_and_dark_by_turns(qtbot):
    """Half of the flash each."""
    flash = Flash()
    flash.begin(moving=True)
    timer = flash.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() == FLASH_MS // 2
    seen = [flash.is_bright]
    for _ in range(3):
        timer.timeout.emit()
        seen.append(flash.is_bright)
    assert seen == [True, False, True, False]
    flash.end()
    assert not timer.isActive()
    assert not flash.is_bright


def test_it_stays_bright_where_nothing_may_move(qtbot):
    """A bright screen wakes as well."""
    flash = Flash()
    with qtbot.waitSignal(flash.changed):
        flash.begin(moving=False)
    assert flash.is_bright
    assert not flash.findChild(QTimer).isActive()
