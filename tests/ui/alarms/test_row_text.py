"""What a card says of an alarm: its rule, what is skipped, and how long it is paused."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.rules.calendar_rules import LAST
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    EveryDays,
    EveryWeeks,
    MonthlyOnDay,
    Weekday,
    Weekdays,
)
from alarmclock.ui.alarms.row_text import row_of, told
from tests.core.builders import BERLIN, DAY, MINUTE, SUNDAY_EVENING, Desk, make_alarm, ringing

DAILY = make_alarm(rule=Weekdays(EVERY_DAY))
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def detail(alarm, now=SUNDAY_EVENING):
    """Give the second line of an alarm's card."""
    return row_of(Desk(alarm, now=now).book, alarm).detail(now, BERLIN)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Weekdays(EVERY_DAY), "tomorrow · in 10 h 30 min"),
        (EveryDays(3, MONDAY), "every 3 days · tomorrow · in 10 h 30 min"),
        (
            EveryWeeks(2, frozenset({Weekday.FRIDAY}), MONDAY),
            "every 2nd Friday · Fri · in 4 d 10 h",
        ),
        (MonthlyOnDay(LAST), "last day of the month · Mon 30 Nov · in 7 d 10 h"),
    ],
)
def test_a_card_says_the_rule_in_words(rule, words):
    """Where the chips of the weekdays do not show it."""
    assert detail(make_alarm(rule=rule)) == words


def test_a_card_says_the_limits_of_weekdays():
    """The chips show the days only."""
    limited = replace(DAILY, limits=Limits(last=date(2026, 12, 1)))
    assert detail(limited) == "until Tue 1 Dec 2026 · tomorrow · in 10 h 30 min"


def test_a_card_says_the_place_behind_the_time():
    """What is cut off in a narrow window is the less important."""
    lisbon = replace(DAILY, zone="Europe/Lisbon")
    assert detail(lisbon) == "tomorrow · in 11 h 30 min · 07:00 Lisbon"


def test_a_card_says_what_is_skipped():
    """And in the colour of a warning."""
    skipping = replace(DAILY, skipped=frozenset({MONDAY}))
    row = row_of(Desk(skipping).book, skipping)
    assert row.detail(SUNDAY_EVENING, BERLIN) == "skips tomorrow · next Tue · in 1 d 10 h"
    assert row.colour(SUNDAY_EVENING, BERLIN) == "warn"


def test_a_card_says_how_many_are_skipped():
    """The first by its day."""
    skipping = replace(DAILY, skipped=frozenset({MONDAY, TUESDAY}))
    assert detail(skipping).startswith("skips tomorrow and 1 more · next Wed · in 2 d")


def test_a_skip_later_on_is_not_told_yet():
    """The next ring is as planned."""
    assert detail(replace(DAILY, skipped=frozenset({TUESDAY}))) == "tomorrow · in 10 h 30 min"


def test_a_skip_that_is_over_is_not_told():
    """The day after it nobody need know."""
    skipping = replace(DAILY, skipped=frozenset({MONDAY}))
    assert detail(skipping, SUNDAY_EVENING + DAY).startswith("tomorrow")


def test_an_evening_that_is_skipped_is_tonight():
    """As people say it."""
    late = make_alarm(22, 30, rule=Weekdays(EVERY_DAY))
    skipping = replace(late, skipped=frozenset({date(2026, 11, 22)}))
    assert detail(skipping) == "skips tonight · next Mon · in 1 d 2 h"


def test_a_card_says_until_when_it_is_paused():
    """With the ring after it."""
    paused = replace(DAILY, pause=Pause(date(2026, 12, 3)))
    assert detail(paused) == "paused until Thu 3 Dec"


def test_a_card_says_when_it_rings_after_a_pause():
    """Where that is not the day on which the pause ends, and with the year where it is another."""
    weekly = make_alarm(rule=EveryDays(100, MONDAY), armed_at=SUNDAY_EVENING)
    paused = replace(weekly, pause=Pause(date(2027, 1, 1)))
    assert detail(paused) == "paused until Fri 1 Jan 2027 · next Wed 3 Mar"


def test_a_card_says_that_it_is_paused_until_told():
    """There is no next ring to tell of."""
    paused = replace(DAILY, pause=Pause())
    row = row_of(Desk(paused).book, paused)
    assert row.detail(SUNDAY_EVENING, BERLIN) == "paused until you resume"
    assert row.whole(SUNDAY_EVENING, BERLIN).endswith(
        ", every day, paused until you resume, paused"
    )


def test_a_row_says_what_speaks_against_its_ring():
    """Behind that it is on."""
    row = row_of(Desk(DAILY).book, DAILY)
    said = row.whole(SUNDAY_EVENING, BERLIN, "May not be heard: the computer is muted")
    assert said.endswith("in 10 h 30 min, on, may not be heard: the computer is muted")


@pytest.mark.parametrize(
    ("change", "waits"),
    [
        pytest.param({}, True, id="armed"),
        pytest.param({"armed_at": None}, False, id="off"),
        pytest.param({"pause": Pause()}, False, id="paused"),
        pytest.param({"pause": Pause(date(2026, 12, 3))}, False, id="paused until a day"),
        pytest.param({"limits": Limits(last=date(2026, 11, 1))}, False, id="over"),
    ],
)
def test_only_a_row_that_waits_for_a_ring_is_judged(change, waits):
    """Of the others nobody expects one."""
    alarm = replace(DAILY, **change)
    assert row_of(Desk(alarm).book, alarm).waits is waits


def test_a_snoozed_row_waits_and_a_ringing_one_does_not():
    """What rings is judged in its own window."""
    desk = Desk(DAILY).at("2026-11-23 07:00")
    desk.bring()
    assert not row_of(desk.book, DAILY).waits
    desk.answering.snooze("alarm")
    assert row_of(desk.book, DAILY).waits


def test_a_card_says_that_it_rings_again():
    """And why."""
    alarm = replace(DAILY, ring=replace(DAILY.ring, again=1))
    desk = ringing(alarm).at("2026-11-23 07:10")
    desk.bring()
    row = row_of(desk.book, alarm)
    assert row.detail(desk.clock.now(), BERLIN) == "rings again 07:15 (nobody answered)"
    assert row.colour(desk.clock.now(), BERLIN) == "warn"


def test_a_card_says_when_it_asks_and_that_it_does():
    """After a Stop it is not over."""
    alarm = replace(DAILY, ring=replace(DAILY.ring, awake_after=25 * MINUTE))
    desk = ringing(alarm)
    desk.answering.dismiss("alarm")
    row = row_of(desk.book, alarm)
    assert row.detail(desk.clock.now(), BERLIN) == "asks at 07:25 whether you are awake"
    assert row.whole(desk.clock.now(), BERLIN).endswith(", snoozed")
    desk.at("2026-11-23 07:25").bring()
    asks = row_of(desk.book, alarm)
    assert asks.detail(desk.clock.now(), BERLIN) == "asks whether you are awake"


def test_a_card_says_until_when_it_is_snoozed():
    """As before."""
    desk = ringing(DAILY)
    desk.answering.snooze("alarm")
    row = row_of(desk.book, DAILY)
    assert row.detail(desk.clock.now(), BERLIN) == "snoozed until 07:05"


@pytest.mark.parametrize("wall", [time(7), time(7, 0, 20), time(20, 32, 50), time(0, 1)])
@pytest.mark.parametrize("begin", [SUNDAY_EVENING, SUNDAY_EVENING.replace(hour=22, minute=57)])
def test_what_is_told_stands_as_long_as_it_says(wall, begin):
    """And no longer: near midnight, in the last minute, and for times with seconds."""
    alarm = replace(DAILY, time=wall)
    row = row_of(Desk(alarm, now=begin).book, alarm)
    said, spoken = told(row, begin, BERLIN), 1
    for quarters in range(1, 4 * 300):
        now = begin + quarters * timedelta(seconds=0.25)
        if now >= row.due:
            break
        if not said.stands(row, now, BERLIN):
            said, spoken = told(row, now, BERLIN), spoken + 1
        assert said.text == row.detail(now, BERLIN)
    if row.due - now > MINUTE:
        assert spoken < 5 * 8


def test_what_is_told_of_another_row_stands_no_more():
    """Nor does it in another zone, or when the clock is set back."""
    row, other = (row_of(Desk(DAILY).book, DAILY) for _ in range(2))
    now = SUNDAY_EVENING + timedelta(seconds=2)
    said = told(row, now, BERLIN)
    assert said.stands(row, now, BERLIN)
    assert not said.stands(other, now, BERLIN)
    assert not said.stands(row, now, ZoneInfo("Europe/Lisbon"))
    assert not said.stands(row, now - MINUTE, BERLIN)
