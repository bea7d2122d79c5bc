"""Our alarms as calendars, for others and back."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks, WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Once, OnDate, OnDates, Weekday, Weekdays
from alarmclock.core.schedule import planned_dates
from alarmclock.store.exchange.ical_write import written_calendar
from tests.core.builders import BERLIN, make_alarm, make_timer
from tests.core.exchange.books import ITEMS
from tests.store.exchange.world import NOW, read

MONDAY, SUNDAY = Weekday.MONDAY, Weekday.SUNDAY
RULES = [
    OnDate(date(2026, 12, 24)),
    OnDates(frozenset({date(2026, 12, 24), date(2027, 1, 6), date(2027, 4, 2)})),
    Weekdays(WORKDAYS),
    Weekdays(EVERY_DAY),
    EveryDays(3, date(2026, 11, 26)),
    EveryWeeks(2, frozenset({Weekday.FRIDAY}), date(2026, 11, 27)),
    EveryWeeks(3, frozenset({MONDAY, Weekday.THURSDAY, SUNDAY}), date(2026, 11, 25)),
    IsoWeeks(WeekParity.ODD, frozenset({Weekday.TUESDAY})),
    IsoWeeks(WeekParity.EVEN, frozenset({MONDAY, SUNDAY})),
    MonthlyOnDay(31),
    MonthlyOnDay(LAST),
    MonthlyOnWeekday(1, MONDAY),
    MonthlyOnWeekday(5, SUNDAY),
    MonthlyOnWeekday(LAST, Weekday.FRIDAY),
    Yearly(12, 24),
    Yearly(2, 29, LeapPolicy.FEBRUARY_28),
    Yearly(2, 29, LeapPolicy.MARCH_1),
    Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY),
]
LIMITS = {
    "no limits": Limits(),
    "from": Limits(first=date(2027, 1, 20)),
    "until": Limits(last=date(2027, 6, 30)),
    "times": Limits(first=date(2026, 12, 1), times=7),
    "until and times": Limits(first=date(2026, 12, 1), last=date(2027, 2, 1), times=7),
    "excepted": Limits(excepted=frozenset({date(2026, 12, 24), date(2026, 12, 7)})),
}


def named(rule):
    """Name a rule the same in every run: sets have no order."""
    return f"{RULES.index(rule)} {type(rule).__name__}"


def write(*items):
    """Write a calendar."""
    return written_calendar(items, NOW, BERLIN, "1.2.3")


def parsed(content):
    """Give the only event as another program's library reads it."""
    from icalendar import Calendar

    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def dates_elsewhere(event, most):
    """List the first dates of an event as dateutil works them out."""
    start = event["DTSTART"].dt.replace(tzinfo=None)
    excepted = {entry.dt.date() for entry in event["EXDATE"].dts} if "EXDATE" in event else set()
    if "RRULE" in event:
        text = event["RRULE"].to_ical().decode()
        days = (moment.date() for moment in rrulestr(text, dtstart=start))
    else:
        more = [entry.dt.date() for entry in event["RDATE"].dts] if "RDATE" in event else []
        days = iter(sorted([start.date(), *more]))
    return list(islice((day for day in days if day not in excepted), most))


@settings(max_examples=60, deadline=None)
@given(ITEMS)
def test_any_book_comes_back_as_it_was(items):
    """Whatever iCalendar has no word for stands beside it."""
    imported = read(write(*items))
    assert imported.items == tuple(items)
    assert (imported.refused, imported.notes) == ((), ())


@pytest.mark.parametrize("limits", LIMITS.values(), ids=LIMITS)
@pytest.mark.parametrize("rule", RULES, ids=map(named, RULES))
def test_other_programs_ring_on_the_same_dates(rule, limits):
    """Each rule is written so that a library that knows nothing of ours finds its dates."""
    alarm = Alarm(time(7, 15), rule, "Gym", armed_at=NOW, limits=limits)
    excepted = limits.excepted if rule.repeats else frozenset()
    ours = (day for day in planned_dates(alarm, date(2026, 11, 22)) if day not in excepted)
    assert dates_elsewhere(parsed(write(alarm)), 40) == list(islice(ours, 40))


@pytest.mark.parametrize("rule", RULES, ids=map(named, RULES))
def test_every_rule_is_understood_without_what_is_ours(rule):
    """As after another program has rewritten the file."""
    lines = (
        write(Alarm(time(7, 15), rule, "Gym", armed_at=NOW)).replace(b"\r\n ", b"").split(b"\r\n")
    )
    stripped = b"\r\n".join(line for line in lines if not line.startswith(b"X-ALARMCLOCK"))
    imported = read(stripped)
    assert not imported.refused
    (alarm,) = imported.items
    assert isinstance(alarm, Alarm)
    ours = islice(planned_dates(make_alarm(rule=rule), date(2026, 11, 22)), 30)
    assert list(islice(planned_dates(alarm, date(2026, 11, 22)), 30)) == list(ours)
    assert (alarm.time, alarm.label, alarm.armed_at) == (time(7, 15), "Gym", NOW)


def test_an_event_that_was_changed_elsewhere_counts():
    """What stands beside it is of the past then."""
    content = write(make_alarm(rule=Weekdays(WORKDAYS), label="Gym"))
    assert read(content.replace(b"T070000", b"T083000")).items[0].time == time(8, 30)
    assert read(content.replace(b"SUMMARY:Gym", b"SUMMARY:Swim")).items[0].label == "Swim"


def test_an_alarm_of_a_place_has_its_zone_and_others_float():
    """A floating one follows the traveller there, too."""
    pinned = parsed(write(make_alarm(zone="Europe/Lisbon")))
    assert pinned["DTSTART"].params["TZID"] == "Europe/Lisbon"
    assert b"BEGIN:VTIMEZONE" in write(make_alarm(zone="Europe/Lisbon"))
    assert parsed(write(make_alarm()))["DTSTART"].dt == datetime.combine(
        date(2026, 11, 23), time(7)
    )


def test_what_is_off_is_silent_elsewhere_and_what_is_skipped_is_left_out():
    """Nobody is to be woken by a copy."""
    assert b"VALARM" not in write(make_alarm(armed_at=None))
    alarm = Alarm(
        time(7), Weekdays(WORKDAYS), armed_at=NOW, skipped=frozenset({date(2026, 11, 24)})
    )
    assert date(2026, 11, 24) not in dates_elsewhere(parsed(write(alarm)), 5)


def test_a_running_timer_is_a_task_that_is_due_at_its_end():
    """A paused one has no due."""
    ends_at = datetime(2026, 11, 22, 19, 40, tzinfo=UTC)
    running = write(make_timer(ends_at=ends_at))
    assert b"DUE:20261122T194000Z" in running
    assert b"TRIGGER;RELATED=END:" in running
    assert b"DUE" not in write(make_timer(left=timedelta(minutes=3)))


def test_an_alarm_without_a_label_is_called_by_its_time():
    """An event without a name can't be found in a calendar."""
    assert parsed(write(make_alarm(rule=Once())))["SUMMARY"] == "Alarm 07:00"


@given(st.sampled_from(RULES))
def test_a_calendar_is_text_that_every_program_can_fold(rule):
    """No line is longer than 75 bytes."""
    content = write(Alarm(time(7), rule, "ü" * 200, armed_at=NOW))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
