"""The label before the time, and what can't be one there."""

from datetime import time

import pytest

from alarmclock.core.timer import Timer
from tests.core.phrase.lines import read, refusal


@pytest.mark.parametrize(
    ("line", "wall", "label"),
    [
        ("gym 7", time(7), "gym"),
        ("Gym, 7:15", time(7, 15), "Gym"),
        ("gym: 7", time(7), "gym"),
        ('"5 tea" 7', time(7), "5 tea"),
        ("tomorrow gym at 7", time(7), "gym"),
        ("bus 42 at 7:15", time(7, 15), "bus 42"),
        ("call 0301234567 at 7", time(7), "call 0301234567"),
        ("milk, bread and eggs 7", time(7), "milk, bread and eggs"),
        ("morning run 7", time(7), "morning run"),
        ("night shift 22:00", time(22), "night shift"),
        ('"evening" 7', time(7), "evening"),
        ("birthday of mum 24 dec 9", time(9), "birthday of mum"),
        ("christmas 24 dec 9", time(9), "christmas"),
        ("do laundry, 7", None, ""),
    ],
)
def test_the_words_before_the_time_are_the_label(line, wall, label):
    """Up to where a day, a length or a time begins; a day of another language is no label."""
    if wall is None:
        assert str(refusal(line)) == "“do” can be a day or belong to the label."
        return
    alarm = read(line)
    assert (alarm.time, alarm.label) == (wall, label)


def test_a_timer_has_its_label_before_the_length_too():
    """As people name what they cook."""
    timer = read("green tea in 4 min loud")
    assert isinstance(timer, Timer)
    assert (timer.label, timer.ring.volume) == ("green tea", 100)


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("gym 7 legs", 6, "“legs” after “gym” is another label."),
        ('gym 7 "legs"', 6, "There is one label only."),
        ("train 8:02 7:15", 11, "“7:15” is one number too many."),
        ("gym loud 7", 4, "“loud” in the label can mean something else."),
        ("gym in Lisbon 7", 4, "“in” in the label can mean something else."),
        ("gym not on friday 7", 4, "“not” in the label can mean something else."),
        ("gym next weekend 9", 4, "A weekend has two days."),
        ("send it every hour 9", 8, "No alarm rings more than once a day."),
        ("evening meal 7", 13, "“evening” in the label goes with 19:00."),
        ("7 evening meal", 0, "“evening” in the label goes with 19:00."),
        ("7 p", 1, "“p” after the time can mean 19:00."),
        ("7:15 p gym", 4, "“p” after the time can mean 19:15."),
        ("12 a", 2, "“a” after the time can mean 00:00."),
        ("christmas 9", 0, "“christmas” is no date here."),
        ("7 and 8", 2, "A line sets one time."),
        ("10 min before 7", 7, "A line sets one time."),
        ("x " * 201 + "7", 0, "A label has at most 200 characters"),
    ],
)
def test_what_may_be_something_else_is_no_label(line, position, sentence):
    """It is refused where it stands."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position
