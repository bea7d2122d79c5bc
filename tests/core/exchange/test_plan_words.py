"""A plan as people read it."""

from alarmclock.core.change import ItemChange
from alarmclock.core.exchange.imported import Remark
from alarmclock.core.exchange.plan import Plan
from alarmclock.core.exchange.plan_words import MOST_LINES, done_sentence, groups, headline
from alarmclock.core.rules.rule import WORKDAYS, Weekdays
from tests.core.builders import make_alarm, make_timer

GYM = make_alarm(7, 15, rule=Weekdays(WORKDAYS), label="Gym")
LISBON = make_alarm(8, zone="Europe/Lisbon", armed_at=None)
PLAN = Plan(
    add=(GYM, make_timer(5)),
    change=(ItemChange(GYM, LISBON),),
    leave=(LISBON,),
    refused=(Remark("Lunch", "It is over."), Remark("", "3 entries have no reminder.")),
    notes=(Remark("Gym", "Its sound is not here."),),
)


def test_everything_is_listed_by_what_becomes_of_it():
    """What is left out is told before what is left alone."""
    assert [(group.title, group.lines) for group in groups(PLAN)] == [
        ("Added", ("07:15 · Gym · weekdays", "5 min timer")),
        ("Changed", ("07:15 · Gym · weekdays  →  08:00 · once · Lisbon time · off",)),
        ("Not taken", ("“Lunch”: It is over.", "3 entries have no reminder.")),
        ("Please note", ("“Gym”: Its sound is not here.",)),
        ("Already here, left as it is", ("08:00 · once · Lisbon time · off",)),
    ]


def test_a_plan_in_short():
    """Only what there is."""
    assert headline(PLAN) == "2 to add, 1 to change, 1 already here, 2 not taken"
    assert headline(Plan(add=(GYM,))) == "1 to add"
    assert headline(Plan()) == "There is nothing to add or change."
    left = Plan(leave=(GYM,))
    assert headline(left) == "There is nothing to add or change. (1 already here)"


def test_long_lists_are_cut():
    """Nobody reads thousands of lines."""
    (group,) = groups(Plan(add=(GYM,) * 1500))
    assert (len(group.lines), group.lines[-1]) == (MOST_LINES + 1, "and 1,400 more")


def test_what_was_done_is_told():
    """In a sentence."""
    assert done_sentence(PLAN) == "2 entries were added and 1 entry was changed."
    assert done_sentence(Plan()) == "Nothing had to be added or changed."
