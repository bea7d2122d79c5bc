"""Any alarm, timer, ring and setting, for round trips."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from alarmclock.core.alarm import LONGEST_LABEL, UNSHOWABLE, Alarm, Pause
from alarmclock.core.ring_settings import (
    LONGEST_PAUSE,
    LONGEST_RISE,
    LONGEST_SNOOZE,
    MOST_AGAIN,
    SHORTEST_PAUSE,
    RingSettings,
    Task,
)
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks, WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.settings import NOTICE_LEADS, Settings
from alarmclock.core.timer import LONGEST_TIMER, SHORTEST_TIMER, Timer

LABELS = st.text(max_size=LONGEST_LABEL).filter(lambda text: not UNSHOWABLE.search(text))
INSTANTS = st.datetimes(timezones=st.just(UTC))
# In these years another program's library has no trouble with any zone.
FIRST, LAST = (datetime.combine(date(year, 1, 1), time()) for year in (2020, 2035))
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
WEEKDAYS = st.frozensets(st.sampled_from(Weekday), min_size=1)
REPEATING = st.one_of(
    st.builds(OnDates, st.frozensets(DAYS, min_size=1, max_size=5)),
    st.builds(Weekdays, WEEKDAYS),
    st.builds(EveryDays, st.integers(1, 999), DAYS),
    st.builds(EveryWeeks, st.integers(1, 99), WEEKDAYS, DAYS),
    st.builds(IsoWeeks, st.sampled_from(WeekParity), WEEKDAYS),
    st.builds(MonthlyOnDay, st.just(-1) | st.integers(1, 31)),
    st.builds(MonthlyOnWeekday, st.just(-1) | st.integers(1, 5), st.sampled_from(Weekday)),
    st.dates(date(2028, 1, 1), date(2028, 12, 31)).flatmap(
        lambda day: st.builds(Yearly, st.just(day.month), st.just(day.day))
    ),
)
RULES = st.just(Once()) | st.builds(OnDate, DAYS) | REPEATING
RINGS_SETTINGS = st.builds(
    RingSettings,
    sound=st.text(st.characters(), min_size=1),
    volume=st.integers(1, 100),
    rise=st.timedeltas(timedelta(0), LONGEST_RISE),
    snooze_length=st.timedeltas(timedelta(minutes=1), LONGEST_SNOOZE),
    snooze_limit=st.none() | st.integers(0, 99),
    late_limit=st.none() | st.timedeltas(min_value=timedelta(0)),
    task=st.sampled_from(Task),
    awake_after=st.none() | st.timedeltas(SHORTEST_PAUSE, LONGEST_PAUSE),
    again=st.integers(0, MOST_AGAIN),
    again_every=st.timedeltas(SHORTEST_PAUSE, LONGEST_PAUSE),
)
LIMITS = st.builds(
    lambda first, last, times, excepted: Limits(
        first, max(first, last) if first and last else last, times if first else None, excepted
    ),
    st.none() | DAYS,
    st.none() | DAYS,
    st.none() | st.integers(1, 50),
    st.frozensets(DAYS, max_size=3),
)
ALARMS = st.builds(
    Alarm,
    time=st.times().map(lambda wall: wall.replace(microsecond=0, fold=0)),
    rule=RULES,
    label=LABELS,
    zone=st.none() | st.sampled_from(["Europe/Lisbon", "Asia/Kathmandu", "Nowhere/At_All"]),
    armed_at=st.none() | st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    ring=RINGS_SETTINGS,
    limits=LIMITS,
    skipped=st.frozensets(DAYS, max_size=3),
    pause=st.none() | st.builds(Pause, st.none() | DAYS, st.booleans()),
)
TIMERS = st.builds(
    Timer,
    length=st.timedeltas(SHORTEST_TIMER, LONGEST_TIMER),
    label=LABELS,
    ends_at=st.none(),
    left=st.none() | st.timedeltas(timedelta(0), LONGEST_TIMER),
    ring=RINGS_SETTINGS,
) | st.builds(Timer, length=st.just(SHORTEST_TIMER), ends_at=INSTANTS, ring=RINGS_SETTINGS)
ITEMS = st.lists(ALARMS | TIMERS, max_size=4)
SETTINGS = st.builds(
    Settings,
    closing_time=st.timedeltas(timedelta(0), timedelta(seconds=10)),
    new_alarm=RINGS_SETTINGS,
    activity_kept=st.none() | st.timedeltas(timedelta(days=7), timedelta(days=3000)),
    raise_to=st.none() | st.integers(1, 100),
    pause_media=st.booleans(),
    notice_before=st.none() | st.sampled_from(NOTICE_LEADS),
)
RINGS = st.builds(
    Ring, item_id=st.just("alarm"), day=DAYS, time=st.times(), due=INSTANTS, rang_at=INSTANTS
)
