"""The window that rings: in front, answered by keys, never without its buttons."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.ring.ring_window import RingWindow
from alarmclock.ui.ring.view import RingView
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN, make_alarm, make_ring

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenanprobe"


@pytest.fixture
def clock():
    """Stand at the due of the rings."""
    return FakeClock(make_ring().due, BERLIN)


@pytest.fixture
def window(qtbot, clock):
    """Give a window that nothing rings in yet, in the look that people see."""
    theme = Theme()
    theme.start()
    made = RingWindow(clock)
    qtbot.addWidget(made)
    yield made
    made.show_rings([])
    theme.stop()


def views(*labels):
    """Show a ring of each label."""
    alarms = [
        replace(make_alarm(label=label), id=f"alarm {number}")
        for number, label in enumerate(labels)
    ]
    return [RingView(alarm, make_ring(item_id=alarm.id), None) for alarm in alarms]


def buttons(window, name="stop"):
    """Give the buttons of a name that can be seen."""
    return [one for one in window.findChildren(QPushButton, name) if one.isVisible()]


@pytest.mark.parametrize("size", [(560, 640), (340, 400), (400, 420), (1200, 900)])
@pytest.mark.parametrize("count", [1, 3])
def test_stop_and_snooze_are_whole_in_every_size(qtbot, window, size, count):
    """The first ring can be answered without scrolling."""
    window.show_rings(views(*[LONG] * count))
    window.resize(*size)

    def is_whole(name):
        button = buttons(window, name)[0]
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.visibleRegion().boundingRect().size() == button.size()
        assert words <= button.width()

    for name in ("stop", "snooze"):
        qtbot.waitUntil(lambda name=name: is_whole(name), timeout=1000)


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_Return, "stop_requested"), (Qt.Key.Key_Space, "snooze_requested")],
)
def test_keys_answer_after_half_a_second(qtbot, window, clock, key, signal):
    """Before, they are somebody's typing."""
    window.show_rings(views("Gym"))
    with qtbot.assertNotEmitted(getattr(window, signal)):
        qtbot.keyClick(window, key)
    clock.advance(timedelta(milliseconds=500))
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key)


def test_a_further_ring_makes_it_deaf_again(qtbot, window, clock):
    """Each ring has its half second."""
    first, second = views("Gym", "Pills")
    window.show_rings([first])
    clock.advance(timedelta(seconds=5))
    window.show_rings([first, second])
    with qtbot.assertNotEmitted(window.stop_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return)


def test_a_focused_button_is_pressed_and_no_other(qtbot, window, clock):
    """Enter on Snooze snoozes."""
    window.show_rings(views("Gym"))
    clock.advance(timedelta(seconds=1))
    with (
        qtbot.assertNotEmitted(window.stop_requested),
        qtbot.waitSignal(window.snooze_requested),
    ):
        qtbot.keyClick(buttons(window, "snooze")[0], Qt.Key.Key_Return)


def test_a_length_is_snoozed_as_it_says(qtbot, window, clock):
    """Ten minutes are ten minutes."""
    window.show_rings(views("Gym"))
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.snooze_requested) as asked:
        buttons(window, "snooze_10")[0].click()
    assert asked.args[1] == timedelta(minutes=10)


def test_each_of_several_has_its_own_buttons(qtbot, window, clock):
    """And the second Stop stops the second."""
    shown = views("Gym", "Pills")
    window.show_rings(shown)
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.stop_requested) as asked:
        buttons(window)[1].click()
    assert asked.args == [shown[1].item.id]
    window.show_rings(shown[:1])
    assert len(buttons(window)) == 1


def test_a_spent_snooze_is_not_offered(qtbot, window, clock):
    """The button says so, and Space does nothing."""
    (one,) = views("Gym")
    window.show_rings([replace(one, ring=replace(one.ring, snoozes=3))])
    clock.advance(timedelta(seconds=1))
    assert buttons(window, "snooze")[0].text() == "No snooze left"
    with qtbot.assertNotEmitted(window.snooze_requested):
        qtbot.keyClick(window, Qt.Key.Key_Space)


def test_it_goes_with_the_last_ring(window):
    """Nothing rings, nothing is shown."""
    window.show_rings(views("Gym"))
    assert window.isVisible()
    window.show_rings([])
    assert not window.isVisible()
