"""The ring window on the whole program: tasks, “still awake?” and the one key for all."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from alarmclock.core.ring_settings import Task

RETURN = Qt.Key.Key_Return


def ring(person, words, **choices):
    """Let an alarm of such choices ring, past the half second."""
    person.say(words)
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))
    person.wait(16)


def solve(person):
    """Give the result of the sum that is asked."""
    return str(eval(person.text("taskPrompt").removesuffix(" =")))


def test_a_sum_stands_before_stop_and_it_sounds_meanwhile(person):
    """Only the right answer ends the sound."""
    ring(person, "22:03 gym", task=Task.EASY_SUM)
    person.press(RETURN, on=person.ring_window)
    person.type_into("taskAnswer", "1")
    person.press(RETURN, on=person.find("taskAnswer"))
    assert person.sounding == ["gym"]
    person.type_into("taskAnswer", solve(person))
    person.press(RETURN, on=person.find("taskAnswer"))
    assert person.sounding == []
    assert person.ring_window is None


def test_who_is_awake_says_so(person):
    """The question comes without a sound, and the answer ends it."""
    ring(person, "22:03 gym", awake_after=timedelta(minutes=3))
    person.press(RETURN, on=person.ring_window)
    assert person.ring_window is None
    person.sleep(timedelta(minutes=3))
    person.wait(1)
    assert person.text("awakeQuestion") == "Still awake?"
    assert person.text("awakeDetail") == "rings again in 59 s unless you answer"
    assert person.sounding == []
    person.press(RETURN, on=person.ring_window)
    assert person.ring_window is None
    person.sleep(timedelta(minutes=2))
    assert person.sounding == []


def test_who_does_not_answer_is_rung_again(person):
    """The question turns into a ring."""
    ring(person, "22:03 gym", awake_after=timedelta(minutes=3))
    person.press(RETURN, on=person.ring_window)
    person.sleep(timedelta(minutes=3))
    person.sleep(timedelta(minutes=1))
    assert person.sounding == ["gym"]
    assert person.sees("stop")
    assert not person.sees("stillAwake")


def test_one_key_stops_all(person):
    """Every sound ends, tasks or not, and the window goes."""
    person.say("22:03 pills")
    ring(person, "22:03 gym", task=Task.HARD_SUM)
    assert person.sounding == ["gym", "pills"]
    person.press(Qt.Key.Key_F12, on=person.ring_window)
    assert person.sounding == []
    assert person.ring_window is None
