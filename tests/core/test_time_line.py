"""The schedule against a walk over the time line, minute by minute, in the oddest zones."""

import os
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.schedule import next_occurrence, occurrences
from tests.core.time_line import DAY, ZONES, changes, local_date, rings_on, walk, wall_at

EXAMPLES = int(os.environ.get("WALKS", "20"))
WINDOW = 4
DAYS_AROUND = st.integers(-3, WINDOW + 2)
some_weekdays = st.frozensets(st.sampled_from(Weekday), min_size=1)


def rules(around):
    """Make rules whose dates lie near one, so that the walk meets them."""
    near = DAYS_AROUND.map(lambda days: around + days * DAY)
    earlier = st.integers(-400, 3).map(lambda days: around + days * DAY)
    return st.one_of(
        st.builds(OnDate, near),
        st.builds(OnDates, st.frozensets(near, min_size=1)),
        st.builds(Weekdays, some_weekdays),
        st.builds(EveryDays, st.integers(1, 5), earlier),
        st.builds(EveryWeeks, st.integers(1, 4), some_weekdays, earlier),
        st.builds(IsoWeeks, st.sampled_from(WeekParity), some_weekdays),
        st.builds(MonthlyOnDay, near.map(lambda day: day.day) | st.just(LAST)),
        st.builds(
            MonthlyOnWeekday, st.sampled_from([1, 2, 3, 4, 5, LAST]), st.sampled_from(Weekday)
        ),
        near.map(lambda day: Yearly(day.month, day.day)),
        st.builds(Yearly, st.just(2), st.just(29), st.sampled_from(LeapPolicy)),
    )


def limits(around):
    """Make limits that begin, end and except near a date."""
    near = DAYS_AROUND.map(lambda days: around + days * DAY)
    excepted = st.frozensets(near, max_size=3)
    return st.one_of(
        st.builds(Limits, excepted=excepted),
        st.builds(Limits, first=near, excepted=excepted),
        st.builds(Limits, last=near, excepted=excepted),
        st.builds(Limits, first=near, times=st.integers(1, 5), excepted=excepted),
    )


@st.composite
def cases(draw, name):
    """Draw an alarm and an instant near a change of a zone's clocks."""
    zone = ZoneInfo(name)
    change = draw(st.sampled_from(changes(name)))
    around = local_date(change, zone)
    after = change + timedelta(minutes=draw(st.integers(-2 * 1440, 60)))
    close = wall_at(change + timedelta(minutes=draw(st.integers(-200, 200))), zone).time()
    wall = draw(st.just(close) | st.builds(time, st.integers(0, 23), st.integers(0, 59)))
    rule = draw(rules(around))
    alarm = Alarm(wall, rule, zone=draw(st.sampled_from([None, name])), id="alarm")
    if rule.repeats:
        near = DAYS_AROUND.map(lambda days: around + days * DAY)
        alarm = replace(
            alarm,
            limits=draw(limits(around)),
            skipped=draw(st.frozensets(near, max_size=3)),
            pause=draw(st.none() | st.builds(Pause, near)),
        )
    return alarm, after


@pytest.mark.parametrize("name", ZONES)
@given(data=st.data())
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.data_too_large],
)  # fmt: skip
def test_the_schedule_equals_a_walk_from_minute_to_minute(name, data):
    """Every rule with every limit, in every zone, around every change of clocks."""
    alarm, after = data.draw(cases(name))
    zone, until = ZoneInfo(name), after + WINDOW * DAY
    found = []
    for occurrence in occurrences(alarm, after, zone):
        if occurrence.due > until:
            break
        found.append(occurrence.due)
    assert found == walk(alarm, after, until, zone)


any_day = st.dates(date(1990, 1, 1), date(2090, 12, 31))
any_rule = any_day.flatmap(rules)
BEGIN, END = datetime(1990, 1, 1), datetime(2090, 12, 31)  # noqa: DTZ001  # bounds of hypothesis
any_instant = st.datetimes(BEGIN, END, timezones=st.just(ZoneInfo("UTC")))
any_zone = st.sampled_from(ZONES).map(ZoneInfo)
any_wall = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(any_rule, any_wall, any_instant, any_zone)
def test_the_next_of_the_next_is_the_one_after_it_in_the_list(rule, wall, after, zone):
    """And each is later than the one before."""
    alarm = Alarm(wall, rule, id="alarm")
    listed = list(islice(occurrences(alarm, after, zone), 4))
    found, instant, earliest = [], after, date.min
    while len(found) < 4:
        following = next_occurrence(alarm, instant, zone, not_before=earliest)
        if following is None:
            break
        found.append(following)
        instant, earliest = following.due, following.day + DAY
    assert found == listed
    assert all(one.due < other.due for one, other in pairwise(listed))


@given(any_rule.filter(lambda rule: rule.repeats), any_wall, any_instant, any_zone)
def test_a_skipped_or_excepted_ring_is_left_out_and_no_other(rule, wall, after, zone):
    """What follows is as it was: it never comes sooner."""
    alarm = Alarm(wall, rule, id="alarm")
    plain = list(islice(occurrences(alarm, after, zone), 5))
    if not plain:
        return
    day = frozenset({plain[0].day})
    for narrowed in (replace(alarm, skipped=day), replace(alarm, limits=Limits(excepted=day))):
        rest = list(islice(occurrences(narrowed, after, zone), len(plain) - 1))
        assert [one for one in rest if one.due > plain[0].due] == rest
        assert [one.day for one in rest][: len(plain) - 1] == [one.day for one in plain[1:]]


@given(any_rule.filter(lambda rule: rule.repeats), any_wall, any_instant, st.integers(1, 30))
def test_a_pause_leaves_out_what_comes_before_its_end(rule, wall, after, days):
    """And nothing else."""
    zone = ZoneInfo("Europe/Berlin")
    until = local_date(after, zone) + days * DAY
    plain = Alarm(wall, rule, id="alarm")
    expected = next((one for one in occurrences(plain, after, zone) if one.day >= until), None)
    assert next_occurrence(replace(plain, pause=Pause(until)), after, zone) == expected


@given(any_day.flatmap(lambda day: st.tuples(rules(day), st.just(day))))
def test_the_next_date_is_the_first_on_the_calendar(drawn):
    """For two years from anywhere, page by page."""
    rule, earliest = drawn
    bare = Alarm(time(7), rule, id="alarm")
    pages = (earliest + days * DAY for days in range(740))
    expected = next((day for day in pages if rings_on(bare, day)), None)
    found = rule.next_date(earliest)
    if expected is None:
        assert found is None or found > earliest + 739 * DAY
    else:
        assert found == expected


@pytest.mark.parametrize("times", [1, 3, 10])
def test_excepted_dates_are_counted(times):
    """As in iCalendar: to except one does not add another at the end."""
    first = date(2026, 11, 23)
    alarm = Alarm(
        time(7),
        Weekdays(EVERY_DAY),
        limits=Limits(first, times=times, excepted=frozenset({first})),
        id="alarm",
    )
    after = datetime(2026, 11, 1, tzinfo=ZoneInfo("UTC"))
    assert len(list(occurrences(alarm, after, ZoneInfo("UTC")))) == times - 1
