"""What an import does to the book: planned first, in one step, and taken back in one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.errors import NotSaved
from alarmclock.core.exchange.imported import Arrival, Imported, Remark
from alarmclock.core.exchange.importing import Choices, Importing
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, OnDate, Weekdays
from alarmclock.core.settings import Settings
from tests.core.builders import DAY, MINUTE, SUNDAY_EVENING, Desk, make_alarm, make_timer

WEEKDAYS = Weekdays(WORKDAYS)
LOUD = RingSettings(volume=100)


def arriving(*items, is_whole=True, **more):
    """Give what a file holds."""
    return Imported(tuple(Arrival(item, is_whole=is_whole) for item in items), **more)


def importing(desk, kept=None):
    """Give the commands on a desk."""
    return Importing(desk.book, Preferences(Settings(), (kept if kept is not None else []).append))


def outcome(plan):
    """Count what is added, changed and left."""
    return len(plan.add), len(plan.change), len(plan.leave)


def test_what_is_new_is_added_and_what_is_there_is_left():
    """By its identity."""
    there, new = make_alarm(rule=WEEKDAYS), make_alarm(8, item_id="new")
    assert outcome(importing(Desk(there)).plan(arriving(there, new))) == (1, 0, 1)


@pytest.mark.parametrize("is_whole", [True, False])
def test_the_same_file_twice_adds_nothing(is_whole):
    """Nor does it change anything."""
    desk = Desk()
    file = arriving(
        make_alarm(rule=WEEKDAYS, label="Gym"),
        make_alarm(8, rule=OnDate(date(2026, 12, 24)), item_id="second"),
        is_whole=is_whole,
    )
    bring = importing(desk)
    assert outcome(bring.carry_out(file, "home.ics")) == (2, 0, 0)
    desk.clock.advance(3 * DAY)
    assert outcome(bring.carry_out(file, "home.ics")) == (0, 0, 2)
    assert len(desk.book.history.done) == 1


def test_another_programs_copy_of_what_rings_already_is_left():
    """Under another identity: ringing twice helps nobody."""
    there = make_alarm(rule=WEEKDAYS, label="Gym", ring=LOUD)
    copy = make_alarm(rule=WEEKDAYS, label="Gym", item_id="from elsewhere")
    plan = importing(Desk(there)).plan(arriving(copy, is_whole=False))
    assert outcome(plan) == (0, 0, 1)


def test_two_alike_of_our_own_come_back_both():
    """As a person who duplicated one had them."""
    file = arriving(make_alarm(item_id="one"), make_alarm(item_id="two"))
    assert outcome(importing(Desk()).plan(file)) == (2, 0, 0)


def test_another_programs_change_keeps_what_it_knows_nothing_of():
    """How it rings stays as a person chose it here."""
    there = make_alarm(rule=WEEKDAYS, label="Gym", ring=LOUD)
    moved = make_alarm(8, rule=WEEKDAYS, label="Gym")
    desk = Desk(there)
    importing(desk).carry_out(arriving(moved, is_whole=False), "home.ics")
    after = desk.book.item("alarm")
    assert (after.time.hour, after.ring) == (8, LOUD)


def test_an_alarm_that_was_turned_off_here_stays_off():
    """The calendar does not know that."""
    there = make_alarm(rule=WEEKDAYS, label="Gym", armed_at=None)
    file = arriving(make_alarm(rule=WEEKDAYS, label="Gym"), is_whole=False)
    assert outcome(importing(Desk(there)).plan(file)) == (0, 0, 1)


def test_our_own_file_brings_everything_back():
    """The way it rings, what it skips, and that it is paused."""
    there = make_alarm(rule=WEEKDAYS)
    saved = replace(
        there, ring=LOUD, skipped=frozenset({date(2026, 11, 24)}), pause=Pause(date(2026, 12, 1))
    )
    desk = Desk(there)
    importing(desk).carry_out(arriving(saved), "all.json")
    assert desk.book.item("alarm") == saved


def test_what_was_due_meanwhile_is_neither_rung_nor_missed():
    """An old file is no reason to be woken now."""
    old = make_alarm(rule=Weekdays(EVERY_DAY), armed_at=SUNDAY_EVENING - 30 * DAY)
    over = make_alarm(
        rule=OnDate(date(2026, 11, 1)), armed_at=SUNDAY_EVENING - 30 * DAY, item_id="over"
    )
    ended = make_timer(ends_at=SUNDAY_EVENING - DAY)
    desk = Desk()
    importing(desk).carry_out(arriving(old, over, ended), "all.json")
    assert desk.book.due("alarm") > SUNDAY_EVENING
    assert desk.book.item("over").armed_at is None
    assert desk.book.item("timer").ends_at is None


def test_an_alarm_that_is_paused_for_ever_stays_on():
    """It can be resumed."""
    paused = replace(make_alarm(rule=WEEKDAYS), pause=Pause())
    desk = Desk()
    importing(desk).carry_out(arriving(paused), "all.json")
    assert desk.book.item("alarm") == paused


def test_a_running_timer_runs_on():
    """To the same end."""
    timer = make_timer(ends_at=SUNDAY_EVENING + 5 * MINUTE)
    desk = Desk()
    importing(desk).carry_out(arriving(timer), "all.json")
    assert desk.book.item("timer") == timer


def test_it_is_one_step_to_undo():
    """Whatever it added and changed."""
    there = make_alarm(rule=WEEKDAYS)
    desk = Desk(there)
    file = arriving(replace(there, label="Gym"), make_timer(), make_alarm(9, item_id="new"))
    importing(desk).carry_out(file, "home.ics")
    assert len(desk.book) == 3
    assert desk.editing.undo() == "Imported 2 alarms and 1 timer from “home.ics”"
    assert list(desk.book) == [there]
    assert desk.editing.redo() is not None
    assert len(desk.book) == 3


def test_it_is_saved_whole_or_not_at_all():
    """A full disk changes nothing."""
    desk = Desk()
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        importing(desk).carry_out(arriving(make_alarm(), make_timer()), "all.json")
    assert len(desk.book) == 0


def test_settings_are_taken_only_if_they_are_wanted():
    """To undo would not bring the old ones back."""
    kept = []
    bring = importing(Desk(), kept)
    file = arriving(settings=Settings(raise_to=50))
    assert bring.plan(file).settings == Settings(raise_to=50)
    bring.carry_out(file, "all.json")
    assert kept == []
    bring.carry_out(file, "all.json", Choices(settings=True))
    assert kept == [Settings(raise_to=50)]
    assert bring.plan(file).settings is None


def test_what_is_refused_goes_with_the_plan():
    """People read it before they say yes."""
    remark = Remark("Gym", "It is over.")
    assert importing(Desk()).plan(arriving(refused=(remark,))).refused == (remark,)


def test_a_first_date_that_is_over_is_no_change():
    """Time alone must not make an import change anything."""
    first = Limits(first=date(2026, 11, 25))
    desk = Desk(replace(make_alarm(rule=WEEKDAYS, label="Gym"), limits=first))
    desk.clock.advance(10 * DAY)
    file = arriving(make_alarm(rule=WEEKDAYS, label="Gym"), is_whole=False)
    assert outcome(importing(desk).plan(file)) == (0, 0, 1)


def test_a_changed_timer_is_told_as_such():
    """And not as an alarm."""
    desk = Desk(make_timer())
    plan = importing(desk).plan(arriving(replace(make_timer(), length=timedelta(minutes=3))))
    assert plan.title("x.json") == "Imported 1 timer from “x.json”"
