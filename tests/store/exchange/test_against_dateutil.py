"""Any rule of another program, compared with what dateutil makes of it."""

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alarmclock.core.exchange.recurrence import DAY_CODES
from alarmclock.core.schedule import planned_dates
from tests.store.exchange.world import calendar, read

SUNDAY = date(2026, 11, 22)
UNTIL = date(2028, 6, 1)
UNTIL_AND_MORE = datetime.combine(date(2028, 6, 5), time())
BY_DAYS = st.lists(st.sampled_from(DAY_CODES), min_size=1, max_size=3, unique=True)
NTH_DAYS = st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(DAY_CODES))


def by_day(days):
    """Write BYDAY."""
    return f"BYDAY={','.join(days)}"


@st.composite
def rules(draw):
    """Make a rule with a few parts, as programs write them."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    interval = draw(st.sampled_from([1, 1, 1, 2, 3]))
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if frequency in ("DAILY", "WEEKLY") and draw(st.booleans()):
        parts.append(by_day(draw(BY_DAYS)))
    if frequency == "WEEKLY" and draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(DAY_CODES))}")
    if frequency == "MONTHLY":
        parts += draw(
            st.sampled_from([[], ["BYMONTHDAY=-1"], ["BYMONTHDAY=31"], ["BYMONTHDAY=1,15"]])
            | NTH_DAYS.map(lambda nth: [f"BYDAY={nth[0]}{nth[1]}"])
            | BY_DAYS.map(lambda days: [by_day(days), "BYSETPOS=-1"])
        )
    if frequency == "YEARLY":
        parts += draw(
            st.sampled_from([[], ["BYYEARDAY=60"], ["BYMONTH=2", "BYMONTHDAY=-1"]])
            | st.integers(1, 12).map(lambda month: [f"BYMONTH={month}", "BYMONTHDAY=9"])
            | NTH_DAYS.map(lambda nth: ["BYMONTH=3", f"BYDAY={nth[0]}{nth[1]}"])
        )
    end = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if end == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    if end == "UNTIL":
        parts.append("UNTIL=20271005T070000")
    return ";".join(parts)


@settings(max_examples=250, deadline=None)
@given(
    rules(),
    st.dates(date(2024, 1, 1), date(2027, 3, 1)),
    st.sampled_from([timedelta(0), timedelta(minutes=-15), timedelta(hours=-12)]),
)
def test_every_rule_rings_on_the_dates_that_dateutil_finds(rule, day, offset):
    """As one of our rules or as a list, to the day; the reminder may come the day before."""
    start = datetime.combine(day, time(7))
    found = rrulestr(rule, dtstart=start)
    theirs = [moment + offset for moment in found.between(start, UNTIL_AND_MORE, inc=True)]
    theirs = [moment.date() for moment in theirs if SUNDAY < moment.date() < UNTIL]
    # What an event outside its own rule means is not defined (RFC 5545, 3.8.5.3).
    assume(next(iter(found), None) == start)
    seconds = int(offset.total_seconds())
    trigger = f"TRIGGER:{'-' if seconds else ''}PT{-seconds}S"
    imported = read(calendar(f"DTSTART:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}", alarm=(trigger,)))
    if not imported.items:
        assert not theirs or any("more than 366" in remark.sentence for remark in imported.refused)
        return
    (alarm,) = imported.items
    days = (one for one in planned_dates(alarm, SUNDAY) if one > SUNDAY)
    ours = []
    for one in days:
        if one >= UNTIL:
            break
        ours.append(one)
    assert ours == theirs
    assert alarm.time == (start + offset).time()
