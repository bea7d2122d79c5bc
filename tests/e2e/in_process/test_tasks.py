"""What comes before Stop, and what comes after it: tasks, “still awake?”, ringing again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alarmclock.core.ring_settings import Task
from alarmclock.core.sounding.task import ROUNDS
from alarmclock.core.surroundings.machine import Machine

CONTROL = Qt.KeyboardModifier.ControlModifier
MINUTE = timedelta(minutes=1)
# The alarms here are for 22:03.
UNTIL_DUE = timedelta(seconds=14)
RETURN, SPACE, F12 = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F12
TASKS = [task for task in Task if task is not Task.NONE]


def ring(person, words="22:03 gym", **choices):
    """Let an alarm of such choices ring, past the half second."""
    person.say(words)
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))
    person.wait_past(UNTIL_DUE, 2)


def answer(person):
    """Give what the task asks for."""
    prompt = person.text("taskPrompt")
    if not prompt.endswith("="):
        return prompt
    terms = prompt.removesuffix(" =").replace("−", "-").replace("×", "*")
    return str(eval(terms))


def enter(person, text):
    """Type an answer and press Enter."""
    person.type_into("taskAnswer", text)
    person.press(RETURN, on=person.find("taskAnswer"))


def lines(person, words):
    """Give the lines of the activity that say this."""
    return [row for row in person.rows("activityList") if words in row]


# Tasks


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.value)
def test_stop_stops_after_the_task(person, task):
    """It sounds until the last of them is done."""
    ring(person, task=task)
    person.press(RETURN, on=person.ring_window)
    for _ in range(ROUNDS[task]):
        assert person.sounding == ["gym"]
        enter(person, answer(person))
    assert person.sounding == []
    assert person.ring_window is None
    assert len(lines(person, "dismissed")) == 1


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.value)
def test_a_wrong_answer_is_refused(person, task):
    """With a word of what was wrong; it sounds on, and can be tried again."""
    ring(person, task=task)
    person.press(RETURN, on=person.ring_window)
    for wrong in ("1", "", "la la la"):
        enter(person, wrong)
        assert person.text("taskWrong").startswith("That is not the")
    assert person.sounding == ["gym"]
    enter(person, answer(person))
    assert person.sounding == [] or ROUNDS[task] > 1


def test_a_snooze_needs_no_task(person):
    """It is no way out: it rings again, and asks again."""
    ring(person, task=Task.HARD_SUM)
    person.press(SPACE, on=person.ring_window)
    assert person.sounding == []
    person.sleep(5 * MINUTE)
    person.wait(1)
    person.press(RETURN, on=person.ring_window)
    assert person.sees("taskPrompt")
    assert person.sounding == ["gym"]


def test_a_task_is_chosen_in_the_editor(person):
    """Saved, it comes before Stop."""
    person.press(Qt.Key.Key_N, CONTROL)
    person.type_into("time", "22:03")
    person.choose_in(person.find("task"), "sentence")
    person.click("save")
    person.wait_past(UNTIL_DUE, 2)
    person.press(RETURN, on=person.ring_window)
    assert person.sees("taskPrompt")


def test_a_ring_that_is_over_takes_its_task_with_it(person):
    """Nobody answered for ten minutes."""
    ring(person, task=Task.EASY_SUM)
    person.press(RETURN, on=person.ring_window)
    person.sleep(10 * MINUTE)
    person.wait(1)
    assert person.ring_window is None
    assert person.sees("missedNotice")


# Stop all


@pytest.mark.parametrize("where", ["main window", "ring window"])
def test_one_key_stops_all_in_either_window(person, where):
    """Two rings, one with a task."""
    person.say("22:03 pills")
    ring(person, task=Task.SUM)
    if where == "main window":
        person.come_back()
        person.press(F12)
    else:
        person.press(F12, on=person.ring_window)
    assert person.sounding == []
    assert person.ring_window is None
    assert person.text("message") == "2 alarms were stopped."


def test_the_button_stops_all(person):
    """It is there only while there are several."""
    ring(person)
    assert not person.sees("stopAll")
    person.say("22:04 pills")
    person.wait(60)
    person.click("stopAll")
    assert person.sounding == []


def test_one_key_answers_what_asks(person):
    """As well as what rings."""
    ring(person, awake_after=MINUTE)
    person.press(RETURN, on=person.ring_window)
    person.sleep(MINUTE)
    person.wait(1)
    assert person.sees("stillAwake")
    person.press(F12, on=person.ring_window)
    assert person.ring_window is None
    person.sleep(2 * MINUTE)
    assert person.sounding == []


def test_the_key_stops_nothing_where_nothing_rings(person):
    """And says nothing."""
    person.press(F12)
    assert not person.sees("message")


# Still awake?


def test_the_row_says_what_comes_after_stop(person):
    """It asks at that time; the activity tells the question and the answer."""
    ring(person, words="every day 22:03 gym", awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    [row] = person.rows("alarmList")
    assert "asks at 22:06:02" in row
    person.sleep(3 * MINUTE)
    person.wait(1)
    person.click("stillAwake")
    assert person.ring_window is None
    assert len(lines(person, "awake")) >= 2
    [row] = person.rows("alarmList")
    assert row == "22:03, gym, every day, tomorrow · in 23 h 56 min, on"


def test_nobody_answers_and_it_rings(person):
    """With everything that belongs to a ring; then Stop asks again."""
    ring(person, awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    person.sleep(3 * MINUTE)
    person.sleep(MINUTE)
    person.wait(1)
    assert person.sounding == ["gym"]
    person.press(RETURN, on=person.ring_window)
    assert "asks at" in person.rows("alarmList")[0]


def test_turned_off_it_asks_no_more(person):
    """By its switch."""
    ring(person, awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    person.click_switch(0)
    person.sleep(10 * MINUTE)
    assert person.sounding == []
    assert person.ring_window is None


# Nobody answers


@pytest.fixture
def machine():
    """Give the computer."""
    return Machine()


@pytest.fixture
def alone(open_program, machine):
    """Give a program that nobody answers: it rings for one minute, and twice again."""
    someone = open_program(machine=machine)
    someone.say("every day 22:03 gym")
    [alarm] = someone.program.book.alarms()
    ring = replace(
        alarm.ring, ring_length=MINUTE, again=2, again_every=3 * MINUTE, rise=timedelta(0)
    )
    someone.program.editing.replace(replace(alarm, ring=ring))
    someone.wait_past(UNTIL_DUE, 2)
    return someone


def test_it_rings_again_as_often_as_was_chosen(alone):
    """Each time after three minutes, for a minute."""
    rung = []
    for _ in range(20):
        alone.sleep(timedelta(seconds=30))
        rung.append(bool(alone.sounding))
    starts = [n for n in range(1, 20) if rung[n] and not rung[n - 1]]
    assert len(starts) == 2
    assert alone.sounding == []


def test_between_them_the_row_says_when_it_rings_again(alone):
    """And the window is gone meanwhile."""
    alone.sleep(MINUTE)
    assert alone.ring_window is None
    [row] = alone.rows("alarmList")
    assert "rings again 22:07 (nobody answered)" in row
    assert len(lines(alone, "22:07")) >= 1


def test_the_window_says_how_often_nobody_answered(alone):
    """So that whoever comes knows."""
    alone.sleep(MINUTE)
    alone.sleep(3 * MINUTE)
    alone.wait(1)
    assert alone.sounding == ["gym"]
    texts = [label.text() for label in alone.ring_window.findChildren(QLabel)]
    assert any("ringing for" in text and "2nd time" in text for text in texts), texts


def test_then_it_is_missed_and_shown_so_everywhere(alone, machine):
    """Row, activity, notice, notification and calendar."""
    for _ in range(20):
        alone.sleep(timedelta(seconds=30))
    alone.wait(1)
    [row] = alone.rows("alarmList")
    assert "missed 22:03" in row
    assert len(lines(alone, "missed")) == 1
    assert alone.text("missedText") == "Missed: gym, 22:03 (nobody answered)."
    assert [notice.title for notice in machine.notifier.shown.values()] == ["Missed: gym"]
    alone.click("navCalendar")
    assert any("missed" in line and "gym" in line for line in alone.rows("calendarList"))


def test_an_answer_ends_the_ringing_again(alone):
    """Stopped the second time, it is not missed."""
    alone.sleep(MINUTE)
    alone.sleep(3 * MINUTE)
    alone.wait(1)
    alone.press(RETURN, on=alone.ring_window)
    alone.sleep(20 * MINUTE)
    assert alone.sounding == []
    assert not alone.sees("missedNotice")


def test_to_wait_to_ring_again_can_be_ended(alone):
    """By its switch in the list."""
    alone.sleep(MINUTE)
    alone.click_switch(0)
    alone.sleep(20 * MINUTE)
    assert alone.sounding == []
