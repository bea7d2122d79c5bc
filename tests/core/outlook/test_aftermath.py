"""What is said after an unexpected end: when it was, and what became of what was due."""

from alarmclock.core.activity.events import EndedUnexpectedly
from alarmclock.core.outlook.aftermath import (
    MOST_TOLD,
    NOTHING_DUE,
    NOTHING_MORE,
    aftermath_lines,
    ended_sentence,
    touched,
)
from tests.core.builders import BERLIN, DAY, MINUTE, Desk, local, make_alarm, ringing

ALIVE = local("2026-11-23 06:58")
OPENED = local("2026-11-23 07:12")


def told(desk, opened_at=OPENED):
    """Read what became of everything."""
    return aftermath_lines(touched(desk.book, opened_at), opened_at, BERLIN)


def ended(alive_at=ALIVE, report="crash-20261123-061200.txt", at=OPENED):
    """Tell of an end."""
    return EndedUnexpectedly(at=at, item_id="", label="", alive_at=alive_at, report=report)


def test_what_was_missed_before_is_not_passed_over():
    """Nothing was due, and all the same something waits."""
    assert aftermath_lines([], OPENED, BERLIN, missed=1) == [NOTHING_MORE]


def test_the_end_is_named_with_its_day_and_time_and_its_file():
    """People need not look for it."""
    assert ended_sentence(ended(), BERLIN) == (
        "Alarm Clock ended unexpectedly on Mon 23 Nov at about 06:58. What is known of it is in "
        "the file “crash-20261123-061200.txt” of your data folder."
    )


def test_an_end_without_a_file_is_named_too():
    """Where nothing could be written."""
    sentence = ended_sentence(ended(report=""), BERLIN)
    assert sentence == "Alarm Clock ended unexpectedly on Mon 23 Nov at about 06:58."


def test_an_end_of_another_year_says_so():
    """Who comes back after New Year is not misled."""
    assert "Mon 23 Nov 2026 at" in ended_sentence(ended(at=OPENED + 60 * DAY), BERLIN)


def test_what_was_due_in_between_rings_late():
    """Within its late limit."""
    desk = Desk(make_alarm(7, label="gym"), last_alive=ALIVE).at("2026-11-23 07:12")
    desk.bring()
    assert told(desk) == ["gym, 07:00: rings now, 12 min late."]


def test_what_was_due_too_long_ago_was_missed():
    """Beyond its late limit; the day is named where it is another one."""
    desk = Desk(make_alarm(7, label="gym")).at("2026-11-24 06:00")
    desk.bring()
    assert told(desk, desk.clock.now()) == ["gym, yesterday 07:00: missed."]


def test_what_was_ringing_rings_on():
    """It was cut off."""
    desk = ringing()
    assert told(desk.at("2026-11-23 07:05"), local("2026-11-23 07:04")) == [
        "Alarm 07:00, 07:00: it was ringing, and rings on."
    ]


def test_what_was_snoozed_rings_again():
    """Its snooze ended in between."""
    desk = ringing(make_alarm(7, label="gym"))
    desk.answering.snooze("alarm")
    desk.at("2026-11-23 07:12").bring()
    assert told(desk) == ["gym, 07:00: rings again."]


def test_what_is_yet_to_come_is_not_told():
    """It is armed, and says so elsewhere."""
    desk = Desk(make_alarm(7)).at("2026-11-23 06:59")
    assert told(desk, desk.clock.now()) == [NOTHING_DUE]


def test_what_was_over_before_is_not_told():
    """It was stopped while the program was open."""
    desk = ringing()
    desk.answering.dismiss("alarm")
    assert told(desk.at("2026-11-23 07:12")) == [NOTHING_DUE]


def test_of_many_the_first_are_told_and_the_others_counted():
    """A banner holds a few lines."""
    alarms = [make_alarm(7, number, item_id=str(number)) for number in range(MOST_TOLD + 2)]
    desk = Desk(*alarms).at("2026-11-23 07:12")
    for alarm in alarms:
        desk.bring(alarm.id)
    lines = told(desk, OPENED - MINUTE)
    assert len(lines) == MOST_TOLD + 1
    assert lines[0].startswith("Alarm 07:00, 07:00:")
    assert lines[-1] == "2 more are in the activity."
