"""What was missed in words, grouped by its cause."""

from datetime import timedelta

from alarmclock.core.ringing import Cause, Ending, Ring
from alarmclock.ui.missed.groups import missed_groups, missed_sentence
from tests.core.builders import BERLIN, SUNDAY_EVENING, make_alarm


def missed(label, hours_ago, cause=Cause.UNANSWERED):
    """Give an alarm with a ring that was missed."""
    due = SUNDAY_EVENING - timedelta(hours=hours_ago)
    alarm = make_alarm(label=label, item_id=label)
    ring = Ring(alarm.id, due.date(), alarm.time, due, rang_at=due)
    return alarm, ring.ended(due, Ending.MISSED, cause)


def test_one_is_said_in_one_sentence():
    """What, when and why."""
    said = missed_sentence([missed("Gym", 1)], SUNDAY_EVENING, BERLIN)
    assert said == "Missed: Gym, 19:30 (nobody answered)."


def test_several_are_counted():
    """The rows say the rest."""
    several = [missed("Gym", 2), missed("Pills", 1)]
    assert missed_sentence(several, SUNDAY_EVENING, BERLIN) == "2 alarms were missed."


def test_groups_by_cause_each_with_the_newest_first():
    """What could not be heard comes first, what nobody answered last."""
    several = [
        missed("a", 30),
        missed("b", 4, Cause.ASLEEP),
        missed("c", 3, Cause.NOT_HEARD),
        missed("d", 2, Cause.PROGRAM_CLOSED),
        missed("e", 1),
    ]
    groups = missed_groups(several, SUNDAY_EVENING, BERLIN)
    assert [(heading, [f"{row.due} {row.name}" for row in rows]) for heading, rows in groups] == [
        ("It could not be heard", ["17:30 c"]),
        ("The program was closed", ["18:30 d"]),
        ("The computer was asleep", ["16:30 b"]),
        ("Nobody answered", ["19:30 e", "yesterday 14:30 a"]),
    ]


def test_a_long_label_is_shortened():
    """The notice stays a notice."""
    assert len(missed_sentence([missed("x" * 200, 1)], SUNDAY_EVENING, BERLIN)) < 100
