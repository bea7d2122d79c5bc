"""The explained plan: each planned ring, with the reason for what is special about it."""

from dataclasses import replace
from datetime import date

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.outlook.explain import Note, explained, next_rings, note_words
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, OnDate, Weekdays
from tests.core.builders import BERLIN, DAY, SUNDAY_EVENING, local, make_alarm

DAILY = make_alarm(rule=Weekdays(EVERY_DAY))
DUE = local("2026-11-23 07:00")
WEEK = SUNDAY_EVENING + 7 * DAY


def notes(alarm, rings=(), after=SUNDAY_EVENING, until=WEEK):
    """Give the notes by day of the month, for days that have any."""
    plan = explained(alarm, rings, after, until, BERLIN)
    return {one.occurrence.day.day: one.notes for one in plan if one.notes}


def test_an_ordinary_week_has_no_notes():
    """Seven rings, and nothing to say."""
    plan = list(explained(DAILY, (), SUNDAY_EVENING, WEEK, BERLIN))
    assert [one.occurrence.day.day for one in plan] == [23, 24, 25, 26, 27, 28, 29]
    assert all(one.rings and not one.notes for one in plan)


def test_skipped_excepted_and_paused_days_are_told_apart():
    """Each has its own reason."""
    limits = Limits(excepted=frozenset({date(2026, 11, 25)}))
    alarm = replace(
        DAILY,
        skipped=frozenset({date(2026, 11, 26)}),
        limits=limits,
        pause=Pause(date(2026, 11, 24)),
    )
    assert notes(alarm) == {23: (Note.PAUSED,), 25: (Note.EXCEPTED,), 26: (Note.SKIPPED,)}


def test_the_last_ring_is_marked():
    """Here the rule ends."""
    alarm = replace(DAILY, limits=Limits(last=date(2026, 11, 25)))
    assert notes(alarm) == {25: (Note.LAST,)}


def test_the_last_ring_is_the_one_that_rings():
    """A skipped last date is none."""
    alarm = replace(
        DAILY,
        limits=Limits(last=date(2026, 11, 25)),
        skipped=frozenset({date(2026, 11, 25)}),
    )
    assert notes(alarm) == {24: (Note.LAST,), 25: (Note.SKIPPED,)}


def test_a_paused_alarm_shows_what_would_ring():
    """All of it, each day paused."""
    assert set(notes(replace(DAILY, pause=Pause())).values()) == {(Note.PAUSED,)}


def test_a_paused_single_ring_is_shown():
    """As paused."""
    alarm = make_alarm(rule=OnDate(date(2026, 11, 25)))
    assert notes(replace(alarm, pause=Pause())) == {25: (Note.PAUSED,)}


def test_an_alarm_that_is_off_plans_nothing():
    """Its switch says enough."""
    assert not list(explained(replace(DAILY, armed_at=None), (), SUNDAY_EVENING, WEEK, BERLIN))


def test_what_has_rung_does_not_ring_again():
    """After the clock was set back the day is shown as rung."""
    ring = Ring("alarm", date(2026, 11, 23), DAILY.time, DUE, rang_at=DUE)
    assert notes(DAILY, [ring]) == {23: (Note.RUNG,)}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-03-28", "02:30 does not exist, rings 03:30"),
        ("2027-10-31", "02:30 comes twice, rings the first time"),
    ],
)
def test_a_change_of_clocks_is_explained(day, words):
    """On its day only."""
    alarm = make_alarm(2, 30, rule=Weekdays(EVERY_DAY))
    noon = local(f"{day} 12:00")
    plan = explained(alarm, (), noon - 2 * DAY, noon + 2 * DAY, BERLIN)
    assert [note_words(one) for one in plan] == [[], [words], [], []]


def test_the_next_rings_leave_out_what_is_silent():
    """Five rings, however many days are skipped between them."""
    alarm = replace(DAILY, skipped=frozenset({date(2026, 11, 24)}))
    found = next_rings(alarm, (), SUNDAY_EVENING, 5, BERLIN)
    assert [one.occurrence.day.day for one in found] == [23, 25, 26, 27, 28]


def test_the_next_rings_of_an_ending_rule_say_where_it_ends():
    """Fewer than asked for, the last one marked."""
    alarm = replace(DAILY, limits=Limits(last=date(2026, 11, 24)))
    found = next_rings(alarm, (), SUNDAY_EVENING, 5, BERLIN)
    assert [note_words(one) for one in found] == [[], ["ends here"]]
