"""What a person did to alarms is part of the record."""

from dataclasses import replace
from datetime import date, time

from alarmclock.core.activity.events import (
    Deleted,
    Edited,
    ManyChanged,
    Paused,
    Resumed,
    Skipped,
    TurnedOff,
    Unskipped,
)
from alarmclock.core.alarm import Pause
from alarmclock.core.certainty.facts import facts_of, facts_without_daemons
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Once, Weekday, Weekdays
from tests.core.builders import BERLIN, SUNDAY_EVENING, local, make_alarm, make_ring, make_timer

GYM = make_alarm(rule=Weekdays(WORKDAYS), label="Gym")


def told(*changes, rings=(), title=""):
    """Give what changes of the book tell."""
    change = Change(tuple(ItemChange(*pair) for pair in changes), tuple(rings), title)
    return facts_of(change, SUNDAY_EVENING, BERLIN)


def who(item=GYM):
    """Give what every fact says."""
    return {"at": SUNDAY_EVENING, "item_id": item.id, "label": item.label}


def test_to_add_is_told_by_the_daemon():
    """It reports that it is armed."""
    assert told((None, GYM)) == []


def test_a_new_time_and_rule():
    """In short words, old and new."""
    later = replace(GYM, time=time(7, 30), rule=Weekdays(EVERY_DAY))
    assert told((GYM, later)) == [Edited(**who(), what="07:00 → 07:30, weekdays → every day")]


def test_how_it_sounds_is_not_told():
    """It has no part in when it rings."""
    assert told((GYM, replace(GYM, ring=replace(GYM.ring, volume=5)))) == []


def test_turned_off_and_deleted():
    """Each in its own words."""
    assert told((GYM, replace(GYM, armed_at=None))) == [TurnedOff(**who())]
    assert told((GYM, None)) == [Deleted(**who())]


def test_skipped_and_taken_back():
    """With the due that is meant; what is over needs no words."""
    days = frozenset({date(2026, 11, 23), date(2026, 11, 20)})
    due = local("2026-11-23 07:00")
    assert told((GYM, replace(GYM, skipped=days))) == [Skipped(**who(), due=due)]
    assert told((replace(GYM, skipped=days), GYM)) == [Unskipped(**who(), due=due)]


def test_a_skip_that_went_with_the_schedule_is_no_news():
    """To say that it rings then as planned would be wrong."""
    skipped = replace(GYM, skipped=frozenset({date(2026, 11, 23)}))
    sundays = replace(GYM, rule=Weekdays(frozenset({Weekday.SUNDAY})))
    for after in (sundays, replace(GYM, rule=Once())):
        assert [type(event) for event in told((skipped, after))] == [Edited]


def test_paused_and_resumed():
    """Until a date, or until told."""
    paused = replace(GYM, pause=Pause(date(2026, 12, 3)))
    assert told((GYM, paused)) == [Paused(**who(), until=date(2026, 12, 3))]
    assert told((paused, GYM)) == [Resumed(**who())]


def test_many_at_once_are_one_line():
    """However many they are."""
    many = [make_alarm(item_id=f"a{n}") for n in range(1000)]
    pairs = [(alarm, replace(alarm, pause=Pause())) for alarm in many]
    facts = told(*pairs, title="Paused 1,000 alarms")
    what = "Paused 1,000 alarms"
    assert facts == [ManyChanged(at=SUNDAY_EVENING, item_id="", label="", what=what)]


def test_a_ring_is_nothing_that_a_person_did():
    """A once-alarm that rang is off by itself."""
    rung = RingChange(None, make_ring())
    assert told((GYM, replace(GYM, armed_at=None)), rings=[rung]) == []


def test_timers_are_told_by_their_daemons():
    """Nothing is told twice."""
    timer = make_timer()
    assert told((timer, None)) == []


def test_without_daemons_what_was_added_or_turned_on_is_told():
    """Nobody else would tell it; of many it is one line."""
    off = replace(GYM, armed_at=None)
    changes = (ItemChange(None, GYM), ItemChange(off, GYM), ItemChange(GYM, off))
    told_of = facts_without_daemons(Change(changes), SUNDAY_EVENING)
    assert told_of == [
        Edited(**who(), what="added, 07:00 weekdays"),
        Edited(**who(), what="turned on"),
    ]
    many = Change(tuple(ItemChange(None, GYM) for _ in range(4)), title="Imported 4 alarms")
    (event,) = facts_without_daemons(many, SUNDAY_EVENING)
    assert event == ManyChanged(at=SUNDAY_EVENING, item_id="", label="", what="Imported 4 alarms")
