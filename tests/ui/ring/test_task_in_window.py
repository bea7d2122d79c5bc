"""A task before Stop: asked, typed and answered by keys, while Space and Enter belong to it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from alarmclock.core.ring_settings import Task
from tests.ui.ring.rings import LONG, buttons, is_whole, seen, views

RETURN, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


def prompt(window):
    """Read what is asked."""
    return seen(window, "taskPrompt", QLabel)[0].text()


def field(window):
    """Give the field for the answer."""
    return seen(window, "taskAnswer", QLineEdit)[0]


def result(window):
    """Work out what is asked."""
    terms = prompt(window).removesuffix(" =").replace("−", "-").replace("×", "*")
    return str(eval(terms))


@pytest.fixture
def ringing(window, clock):
    """Let a ring of each label sound, with a task, past the half second."""

    def ring(*labels, task=Task.EASY_SUM):
        window.show_rings(views(*labels, task=task))
        clock.advance(timedelta(seconds=1))
        return window

    return ring


def test_stop_asks_first(qtbot, ringing):
    """And the field has the focus at once."""
    window = ringing("Gym")
    with qtbot.assertNotEmitted(window.stop_requested):
        qtbot.keyClick(window, RETURN)
    assert window.focusWidget() is field(window)
    assert buttons(window) == []


def test_the_field_says_what_to_do(qtbot, ringing):
    """A sentence alone does not tell that it is to be typed."""
    window = ringing("Gym", task=Task.SENTENCE)
    qtbot.keyClick(window, RETURN)
    assert field(window).placeholderText() == "Type this sentence"


def test_the_right_answer_stops(qtbot, ringing):
    """By keys alone."""
    window = ringing("Gym")
    qtbot.keyClick(window, RETURN)
    qtbot.keyClicks(field(window), result(window))
    with qtbot.waitSignal(window.stop_requested) as stopped:
        qtbot.keyClick(field(window), RETURN)
    assert stopped.args == ["alarm 0"]


def test_the_right_answer_stops_by_the_mouse(qtbot, ringing):
    """Check does what Enter does."""
    window = ringing("Gym")
    buttons(window)[0].click()
    field(window).setText(result(window))
    with qtbot.waitSignal(window.stop_requested):
        buttons(window, "checkAnswer")[0].click()


def test_a_wrong_answer_says_so_and_is_selected(qtbot, ringing):
    """So that the next digits take its place; then nothing is said any more."""
    window = ringing("Gym")
    qtbot.keyClick(window, RETURN)
    qtbot.keyClicks(field(window), "1")
    with qtbot.assertNotEmitted(window.stop_requested):
        qtbot.keyClick(field(window), RETURN)
    wrong = seen(window, "taskWrong")[0].text()
    assert "not the result" in wrong
    assert field(window).accessibleDescription() == wrong
    qtbot.keyClicks(field(window), result(window))
    assert field(window).text() == result(window)
    assert seen(window, "taskWrong") == []


def test_hard_sums_come_three_in_a_row(qtbot, ringing):
    """The place in the row is shown, and only the last one stops."""
    window = ringing("Gym", task=Task.HARD_SUM)
    qtbot.keyClick(window, RETURN)
    prompts = []
    for place in ("1 of 3", "2 of 3", "3 of 3"):
        assert seen(window, "taskProgress")[0].text() == place
        assert field(window).text() == ""
        assert field(window).accessibleName().startswith(f"{place}: What is ")
        prompts.append(prompt(window))
        field(window).setText(result(window))
        if place == "3 of 3":
            with qtbot.waitSignal(window.stop_requested):
                qtbot.keyClick(field(window), RETURN)
        else:
            with qtbot.assertNotEmitted(window.stop_requested):
                qtbot.keyClick(field(window), RETURN)
    assert len(set(prompts)) == 3


def test_space_in_a_sentence_snoozes_nothing(qtbot, ringing):
    """It is a letter of the answer."""
    window = ringing("Gym", task=Task.SENTENCE)
    qtbot.keyClick(window, RETURN)
    assert " " in prompt(window)
    with qtbot.assertNotEmitted(window.snooze_requested):
        qtbot.keyClicks(field(window), prompt(window).upper())
    with qtbot.waitSignal(window.stop_requested):
        qtbot.keyClick(field(window), RETURN)


@pytest.mark.parametrize("key", [RETURN, SPACE])
def test_keys_go_back_to_the_answer_when_the_focus_was_lost(qtbot, ringing, key):
    """They neither stop nor snooze."""
    window = ringing("Gym", task=Task.SENTENCE)
    qtbot.keyClick(window, RETURN)
    window.setFocus()
    with (
        qtbot.assertNotEmitted(window.stop_requested),
        qtbot.assertNotEmitted(window.snooze_requested),
    ):
        qtbot.keyClick(window, key)
    assert window.focusWidget() is field(window)


def test_snooze_needs_no_task(qtbot, ringing):
    """Neither before nor during it."""
    window = ringing("Gym")
    with qtbot.waitSignal(window.snooze_requested):
        qtbot.keyClick(window, SPACE)
    qtbot.keyClick(window, RETURN)
    with qtbot.waitSignal(window.snooze_requested):
        buttons(window, "snooze")[0].click()


def test_esc_goes_back_and_the_task_stays_the_same(qtbot, ringing):
    """Nobody goes back and forth for an easier one."""
    window = ringing("Gym", task=Task.HARD_SUM)
    qtbot.keyClick(window, RETURN)
    before = prompt(window)
    qtbot.keyClick(field(window), ESCAPE)
    assert seen(window, "taskView") == []
    assert len(buttons(window)) == 1
    qtbot.keyClick(window, RETURN)
    assert prompt(window) == before
    buttons(window, "backFromTask")[0].click()
    assert seen(window, "taskView") == []


def test_a_key_held_from_stop_answers_nothing(qtbot, ringing):
    """Enter repeats itself while it is held."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    window = ringing("Gym")
    qtbot.keyClick(window, RETURN)
    held = QKeyEvent(
        QEvent.Type.KeyPress, RETURN, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(field(window), held)
    assert seen(window, "taskWrong") == []


def test_f12_stops_all_from_the_answer(qtbot, ringing):
    """It is the way out for everything."""
    window = ringing("Gym")
    qtbot.keyClick(window, RETURN)
    with qtbot.waitSignal(window.stop_all_requested):
        qtbot.keyClick(field(window), Qt.Key.Key_F12)


def test_a_second_ring_leaves_the_typing_alone(qtbot, ringing, window):
    """The task keeps its place, its answer and the focus."""
    ringing("Gym")
    qtbot.keyClick(window, RETURN)
    qtbot.keyClicks(field(window), "1")
    asked = prompt(window)
    window.show_rings(views("Gym", "Pills", task=Task.EASY_SUM))
    assert window.focusWidget() is field(window)
    assert (field(window).text(), prompt(window)) == ("1", asked)


@pytest.mark.parametrize("task", [Task.HARD_SUM, Task.SENTENCE], ids=lambda task: task.value)
@pytest.mark.parametrize("size", [(340, 400), (560, 640), (1200, 900)])
@pytest.mark.parametrize("chosen", [0, 2])
def test_the_task_of_any_ring_comes_into_sight(qtbot, ringing, size, chosen, task):
    """On the smallest window too, and below others."""
    window = ringing(LONG, "Gym", LONG, task=task)
    window.resize(*size)
    buttons(window)[chosen].click()

    def is_in_sight():
        for name in ("taskPrompt", "taskAnswer", "checkAnswer"):
            assert is_whole(seen(window, name)[0]), name

    qtbot.waitUntil(is_in_sight, timeout=1000)
