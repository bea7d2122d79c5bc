"""The window that rings: in front, answered by keys, never without its buttons."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.ui.ring.view import MOST_APART
from tests.ui.ring.rings import LONG, asking, buttons, is_whole, seen, views


@pytest.mark.parametrize("size", [(560, 640), (340, 400), (400, 420), (1200, 900)])
@pytest.mark.parametrize("count", [1, 3])
def test_stop_and_snooze_are_whole_in_every_size(qtbot, window, size, count):
    """The first ring can be answered without scrolling."""
    window.show_rings(views(*[LONG] * count))
    window.resize(*size)

    def can_be_pressed(name):
        button = buttons(window, name)[0]
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert is_whole(button)
        assert words <= button.width()

    for name in ("stop", "snooze"):
        qtbot.waitUntil(lambda name=name: can_be_pressed(name), timeout=1000)


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


@pytest.mark.parametrize("place", ["window", "button"])
def test_a_space_among_letters_snoozes_nothing(qtbot, window, clock, place):
    """Somebody goes on typing what was meant for another window; after a second it listens."""
    window.show_rings(views("Gym"))
    clock.advance(timedelta(milliseconds=700))
    there = window if place == "window" else buttons(window, "snooze")[0]
    with qtbot.assertNotEmitted(window.snooze_requested):
        qtbot.keyClick(there, Qt.Key.Key_A)
        clock.advance(timedelta(milliseconds=300))
        qtbot.keyClick(there, Qt.Key.Key_Space)
        qtbot.keyClick(there, Qt.Key.Key_B)
        clock.advance(timedelta(milliseconds=900))
        qtbot.keyClick(there, Qt.Key.Key_Space)
    clock.advance(timedelta(milliseconds=100))
    with qtbot.waitSignal(window.snooze_requested):
        qtbot.keyClick(there, Qt.Key.Key_Space)


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


def test_one_key_stops_all(qtbot, window, clock):
    """F12, but not in the first half second, and also while something else has the focus."""
    window.show_rings(views("Gym", "Pills"))
    with qtbot.assertNotEmitted(window.stop_all_requested):
        qtbot.keyClick(window, Qt.Key.Key_F12)
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.stop_all_requested):
        qtbot.keyClick(buttons(window)[1], Qt.Key.Key_F12)


def test_two_rings_offer_to_stop_all(qtbot, window):
    """One has its own Stop."""
    window.show_rings(views("Gym"))
    assert buttons(window, "stopAll") == []
    window.show_rings(views("Gym", "Pills"))
    with qtbot.waitSignal(window.stop_all_requested):
        buttons(window, "stopAll")[0].click()


def test_the_title_says_what_it_is(window):
    """It is what the task bar shows."""
    for shown, words in (
        (views("Gym"), "Gym – Alarm Clock"),
        (views("Gym", is_trial=True), "Trial: Gym – Alarm Clock"),
        ([asking()], "Still awake? Gym – Alarm Clock"),
        (views("Gym", "Pills"), "2 alarms ring – Alarm Clock"),
        ([*views("Gym"), asking()], "1 alarm rings – Alarm Clock"),
        ([asking(), asking(item_id="other")], "Still awake? – Alarm Clock"),
    ):
        window.show_rings(shown)
        assert window.windowTitle() == words


def test_a_trial_is_stopped_and_never_snoozed(qtbot, window, clock):
    """It says that it is one."""
    window.show_rings(views("Gym", is_trial=True))
    clock.advance(timedelta(seconds=4))
    window.show_time()
    assert "Trial for 4 s" in [label.text() for label in window.findChildren(QLabel)]
    assert not any(button.isEnabled() for button in buttons(window, "snooze_5"))
    with qtbot.assertNotEmitted(window.snooze_requested):
        qtbot.keyClick(window, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.stop_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return)


def test_a_question_comes_to_the_front_and_is_answered_by_enter(qtbot, window, clock):
    """It is a new thing to answer although the ring is the same."""
    window.show_rings([])
    window.show_rings([asking()])
    assert window.isVisible()
    with qtbot.assertNotEmitted(window.awake_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.awake_requested) as answered:
        qtbot.keyClick(window, Qt.Key.Key_Return)
    assert answered.args == ["asking"]


def test_keys_answer_what_sounds_before_what_only_asks(qtbot, window, clock):
    """The noise is more urgent."""
    window.show_rings([asking()])
    window.show_rings([*views("Gym"), asking()])
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.stop_requested), qtbot.assertNotEmitted(window.awake_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return)


def test_a_question_becomes_a_ring_again(qtbot, window):
    """Nobody answered: Stop takes the place of the question."""
    (ring,) = views("Gym")
    window.show_rings([replace(ring, rings_again_at=ring.ring.rang_at)])
    window.show_rings([ring])
    qtbot.waitUntil(lambda: len(buttons(window)) == 1)
    assert seen(window, "stillAwake") == []


def test_the_focus_of_a_ring_that_goes_is_given_to_no_button(qtbot, window):
    """Else the next Enter would press whatever came next."""
    shown = views("Gym", "Pills")
    window.show_rings(shown)
    buttons(window)[0].setFocus()
    window.show_rings(shown[1:])
    assert window.focusWidget() is window or window.focusWidget() is None


def test_a_muted_ring_offers_to_be_heard(qtbot, window):
    """The button says what it does, and both problems can stand there."""
    window.show_rings(views("Gym"))
    window.show_problem("No device.")
    window.show_volume_problem("It is muted.", "Unmute")
    assert [seen(window, name)[0].text() for name in ("soundProblem", "volumeProblem")] == [
        "No device.",
        "It is muted.",
    ]
    with qtbot.waitSignal(window.unmute_requested):
        buttons(window, "unmute")[0].click()
    window.show_volume_problem("", "")
    window.show_problem("")
    assert [seen(window, name) for name in ("soundProblem", "volumeProblem", "unmute")] == [[]] * 3


def test_what_is_mended_gives_the_focus_to_no_button(window):
    """Else Enter, which stops, would snooze: Qt hands the focus to the next button."""
    window.show_rings(views("Gym"))
    window.show_volume_problem("It is muted.", "Unmute")
    buttons(window, "unmute")[0].setFocus()
    window.show_volume_problem("", "")
    assert not isinstance(window.focusWidget(), QPushButton)


def test_what_sounds_stands_above_what_is_asked(qtbot, window):
    """A question that was there before pushes no Stop out of sight."""
    questions = [asking(item_id="first"), asking(item_id="second")]
    window.show_rings(questions)
    window.show_rings([*views("Gym", "Pills"), *questions])

    def is_above():
        places = [button.mapTo(window, button.rect().topLeft()).y() for button in buttons(window)]
        asked = [one.mapTo(window, one.rect().topLeft()).y() for one in seen(window, "stillAwake")]
        assert len(places) == len(asked) == 2
        assert places == sorted(places)
        assert max(places) < min(asked)

    qtbot.waitUntil(is_above, timeout=1000)


def test_the_light_fills_the_screen_until_it_ends(window):
    """Then the window is as it was."""
    window.show_rings(views("Gym"))
    before = window.size()
    window.flash(True)
    assert window.isFullScreen()
    window.flash(False)
    assert not window.isFullScreen()
    assert window.size() == before


def test_the_light_is_bright_and_what_is_read_stands_before_the_dark(qtbot, window):
    """White words on a white screen would be none."""
    window.show_rings(views("Gym"))
    window.flash(True)
    (board,) = seen(window, "ringBoard")
    qtbot.waitUntil(lambda: board.x() > 40)
    picture = window.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2).name() == "#ffffff"
    place = board.geometry().center()
    assert picture.pixelColor(board.x() + 8, place.y()).lightness() < 128


def test_stop_works_in_the_light_and_ends_it(qtbot, window, clock):
    """With the last ring it is dark."""
    window.show_rings(views("Gym"))
    window.flash(True)
    clock.advance(timedelta(seconds=1))
    with qtbot.waitSignal(window.stop_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    window.show_rings([])
    assert not window.isVisible()
    window.show_rings(views("Pills"))
    assert not window.isFullScreen()


def test_esc_leaves_the_light_and_the_ring_goes_on(qtbot, window, clock):
    """Until it is asked for anew."""
    window.show_rings(views("Gym"))
    window.flash(True)
    clock.advance(timedelta(seconds=1))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.isFullScreen()


def test_nothing_rings_and_nothing_flashes(window):
    """A late report of silence opens no window."""
    window.flash(True)
    assert not window.isVisible()


def test_of_very_many_rings_the_first_have_a_panel_each(qtbot, window):
    """The window says how many there are, and how many more."""
    window.show_rings(views(*[f"alarm {number}" for number in range(1000)]))
    qtbot.waitUntil(lambda: len(buttons(window)) == MOST_APART, timeout=2000)
    assert window.windowTitle() == "1,000 alarms ring – Alarm Clock"
    (rest,) = seen(window, "moreRings", QLabel)
    assert rest.text() == "992 more, one after the other as you answer these"


def test_the_next_ring_takes_the_place_of_one_that_was_answered(qtbot, window):
    """And once all can be seen nothing more is said."""
    shown = views(*[f"alarm {number}" for number in range(MOST_APART + 1)])
    window.show_rings(shown)
    qtbot.waitUntil(lambda: len(buttons(window)) == MOST_APART, timeout=2000)
    window.show_rings(shown[1:])
    qtbot.waitUntil(lambda: len(buttons(window)) == MOST_APART, timeout=2000)
    assert seen(window, "moreRings") == []
    assert any("alarm 8" in label.text() for label in window.findChildren(QLabel))


def test_panels_that_come_later_look_like_the_others(qtbot, window):
    """Each is one of several, with its time."""
    window.show_rings(views(*"abcdef"))
    qtbot.waitUntil(lambda: len(buttons(window)) == 6, timeout=2000)
    heights = {button.minimumHeight() for button in buttons(window)}
    assert len(heights) == 1
