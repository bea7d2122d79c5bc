"""Any valid alarm and timer, made up by hypothesis."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from zoneinfo import available_timezones

from hypothesis import strategies as st

from alarmclock.core.alarm import LONGEST_LABEL, UNSHOWABLE, Alarm
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import MOST_DAYS, MOST_WEEKS, WeekParity
from alarmclock.core.rules.limits import MOST_TIMES, Limits
from alarmclock.core.rules.rule import (
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from tests.core.builders import BERLIN, SUNDAY_EVENING
from tests.core.phrase.lines import SOUNDS

days = st.frozensets(st.sampled_from(Weekday), min_size=1)
dates = st.dates()
near_dates = st.dates(date(2020, 1, 1), date(2030, 12, 31))
any_dates = st.one_of(near_dates, dates)
yearly = st.tuples(st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.sampled_from(LeapPolicy)).map(
    lambda drawn: Yearly(drawn[0].month, drawn[0].day, drawn[1])
)
nths = st.sampled_from([1, 2, 3, 4, 5, LAST])
rules = st.one_of(
    st.just(Once()),
    st.builds(OnDate, any_dates),
    st.builds(OnDates, st.frozensets(any_dates, min_size=1, max_size=20)),
    st.builds(Weekdays, days),
    st.builds(EveryDays, st.integers(1, MOST_DAYS), any_dates),
    st.builds(EveryWeeks, st.integers(1, MOST_WEEKS), days, any_dates),
    st.builds(IsoWeeks, st.sampled_from(WeekParity), days),
    st.builds(MonthlyOnDay, st.one_of(st.just(LAST), st.integers(1, 31))),
    st.builds(MonthlyOnWeekday, nths, st.sampled_from(Weekday)),
    yearly,
    st.builds(Yearly, st.just(2), st.just(29), st.sampled_from(LeapPolicy)),
)


@st.composite
def limits(draw):
    """Narrow a rule in any way."""
    first = draw(st.none() | any_dates)
    last = draw(
        st.none()
        | st.dates(first or date.min)
        | near_dates.filter(lambda day: first is None or day >= first)
    )
    times = draw(st.none() | st.integers(1, MOST_TIMES)) if first else None
    return Limits(first, last, times, draw(st.frozensets(any_dates, max_size=10)))


minutes = st.integers(1, 60).map(lambda count: timedelta(minutes=count))
QUIRKS = "\"'“”„‘’«»,.:-/ \\% 5 7:15 tomorrow loud off in Berlin 24.12. \u00a0\u3000 e\u0301 ß"
labels = (
    st.one_of(
        st.text(max_size=LONGEST_LABEL),
        st.lists(st.sampled_from(QUIRKS.split(" ")), max_size=12).map(" ".join),
        st.text(alphabet="\"' ,“”", max_size=12),
    )
    .map(lambda text: UNSHOWABLE.sub("", text))
    .filter(lambda text: len(text) <= LONGEST_LABEL)
)
paths = st.text(max_size=30).map(lambda text: "/" + UNSHOWABLE.sub("", text))
rings = st.builds(
    RingSettings,
    sound=st.sampled_from(SOUNDS) | paths,
    volume=st.integers(1, 100),
    rise=st.timedeltas(timedelta(0), timedelta(seconds=120)),
    snooze_length=st.timedeltas(timedelta(minutes=1), timedelta(hours=12)),
    snooze_limit=st.none() | st.integers(0, 99),
    ring_length=st.timedeltas(timedelta(seconds=5), timedelta(hours=12)),
    late_limit=st.none() | st.timedeltas(timedelta(0)),
    task=st.sampled_from(Task),
    awake_after=st.none() | minutes,
    again=st.integers(0, 20),
    again_every=minutes,
)
times_of_day = st.times().map(lambda wall: wall.replace(microsecond=0)) | st.builds(
    time, st.integers(0, 23), st.integers(0, 59)
)
zones = st.none() | st.sampled_from(sorted(available_timezones()))
whole_seconds = st.integers(1, 359_999).map(lambda count: timedelta(seconds=count))


@st.composite
def alarms(draw):
    """Make any alarm; one that would never ring is off, as it is after its last ring."""
    rule = draw(rules)
    alarm = Alarm(
        draw(times_of_day),
        rule,
        draw(labels),
        draw(zones),
        SUNDAY_EVENING,
        draw(rings),
        id="alarm",
    )
    if rule.repeats:
        alarm = replace(alarm, limits=draw(st.just(Limits()) | limits()))
    rings_ahead = next_occurrence(alarm, SUNDAY_EVENING, BERLIN) is not None
    return alarm if rings_ahead and draw(st.booleans()) else replace(alarm, armed_at=None)


timers = st.builds(Timer, whole_seconds, labels, ring=rings, id=st.just("timer"))
instants = st.datetimes(timezones=st.just(UTC))
