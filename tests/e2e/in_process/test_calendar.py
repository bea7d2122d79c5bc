"""The calendar at the window: what will ring, what did, and why something did not."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.e2e.in_process.conftest import EVENING

MONDAY = "Monday 23 November, tomorrow"


def in_calendar(person):
    """Go to the calendar and read it."""
    person.click("navCalendar")
    return person.rows("calendarList")


def choose(person, words):
    """Choose a line of the calendar by its words."""
    plan = person.find("calendarList")
    plan.setFocus()
    plan.setCurrentIndex(plan.model().index(person.rows("calendarList").index(words), 0))
    person.settle()
    return plan


def test_the_next_rings_of_all_alarms_are_listed(person):
    """By day and time."""
    person.say("weekdays 7:15 gym")
    person.say("tomorrow 6:00 flight")
    assert in_calendar(person)[:5] == [
        MONDAY,
        "Monday 23 November, 06:00, flight",
        "Monday 23 November, 07:15, gym",
        "Tuesday 24 November",
        "Tuesday 24 November, 07:15, gym",
    ]


def test_a_running_timer_is_listed_until_it_is_over(person):
    """It has no editor, neither by the button nor by the keyboard."""
    person.say("in 20 min")
    line = "Sunday 22 November, 22:22:46, 20 min timer"
    assert line in in_calendar(person)
    person.press(Qt.Key.Key_Return, on=choose(person, line))
    assert not person.sees("calendarEdit")
    assert not person.sees("alarmEditor")
    person.sleep(timedelta(minutes=21))
    assert any(line in row and "rings" in row for row in in_calendar(person))


def test_one_far_day_is_skipped_and_does_not_ring(person):
    """The days before and after it do."""
    person.say("weekdays 7:15 gym")
    in_calendar(person)
    choose(person, "Tuesday 24 November, 07:15, gym")
    person.click("calendarSkip")
    assert "Tuesday 24 November, 07:15, gym: skipped" in person.rows("calendarList")
    assert "The ring of Tue 24 Nov is skipped" in person.text("message")
    person.sleep(timedelta(hours=9, minutes=13))
    assert person.sounding == ["gym"]
    person.program.answering.dismiss(person.program.book.alarms()[0].id)
    person.sleep(timedelta(days=1))
    assert person.sounding == []
    person.sleep(timedelta(days=1))
    assert person.sounding == ["gym"]


def test_what_was_skipped_is_taken_back_with_the_keyboard(person):
    """It rings as planned."""
    person.say("weekdays 7:15 gym")
    in_calendar(person)
    plan = choose(person, "Tuesday 24 November, 07:15, gym")
    person.press(Qt.Key.Key_S, on=plan)
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier, on=plan)
    assert "Tuesday 24 November, 07:15, gym" in person.rows("calendarList")


def test_after_a_night_with_the_program_closed_it_says_why_nothing_rang(open_program, clock):
    """The missed ring with its cause, and the older ones whose place it took."""
    person = open_program()
    person.say("every day 7:15 gym")
    person.program.finish()
    clock.set_wall(EVENING + timedelta(days=3))
    person = open_program()
    lines = in_calendar(person)
    assert lines[0] == "Wednesday 25 November, today"
    assert lines[1].startswith("Wednesday 25 November, 07:15, gym: missed")
    assert "the program was closed" in lines[1]
    person.click("calendarBack")
    lines = person.rows("calendarList")
    assert [line for line in lines if "passed over" in line] == [
        f"{day}, 07:15, gym: passed over, a newer ring took its place: the program was closed"
        for day in ("Monday 23 November", "Tuesday 24 November")
    ]


def test_an_alarm_that_was_off_says_so(person):
    """Nobody needs to guess."""
    person.say("every day 7:15 gym")
    person.press_in_list("Space", 0)
    person.sleep(timedelta(days=1))
    person.click("navCalendar")
    person.click("showMonth")
    assert person.rows("calendarList")[-1] == "Monday 23 November, 07:15, gym: it was off"


def test_c_shows_one_alarm_alone(person):
    """From the list of alarms."""
    person.say("every day 7:15 gym")
    person.say("every day 9:00 tea")
    person.press(Qt.Key.Key_C, on=person.choose(1))
    lines = person.rows("calendarList")
    assert any("tea" in line for line in lines)
    assert not any("gym" in line for line in lines)


def test_after_c_the_calendar_shows_all_again_when_it_is_chosen(person):
    """Nobody takes the calendar of one alarm for that of all."""
    person.say("every day 7:15 gym")
    person.say("every day 9:00 tea")
    person.press(Qt.Key.Key_C, on=person.choose(1))
    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert any("gym" in line for line in person.rows("calendarList"))


def test_enter_opens_the_editor_beside_the_calendar(person):
    """And Esc comes back to the line."""
    person.say("weekdays 7:15 gym")
    in_calendar(person)
    plan = choose(person, "Tuesday 24 November, 07:15, gym")
    person.press(Qt.Key.Key_Return, on=plan)
    assert person.find("alarmEditor")
    person.press(Qt.Key.Key_Escape)
    assert plan.hasFocus()


def test_a_ring_becomes_past_while_somebody_looks(person):
    """Ahead it is a plan, afterwards it says how it went."""
    person.say("22:03 pills")
    assert in_calendar(person)[1] == "Sunday 22 November, 22:03, pills"
    person.wait(15)
    assert person.rows("calendarList")[1] == "Sunday 22 November, 22:03, pills: rings, on time"
    person.program.answering.dismiss(person.program.book.alarms()[0].id)
    person.wait(1)
    assert "stopped, on time" in person.rows("calendarList")[1]
