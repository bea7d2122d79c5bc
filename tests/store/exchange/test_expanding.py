"""Rules written out as dates, within limits."""

from datetime import datetime, timedelta

import pytest

from alarmclock.core.exchange.events_in import TooMany
from alarmclock.core.exchange.recurrence import Recurrence
from alarmclock.store.exchange.expanding import TOO_LONG, Expanding


def wall(text):
    """Read a wall-clock time."""
    return datetime.fromisoformat(text)


SINCE, UNTIL = wall("2026-11-22"), wall("2028-11-22")


def expand(recurrence, start="2026-11-23 07:00", most=367, **changes):
    """Write a rule out."""
    return Expanding(**changes)(recurrence, wall(start), SINCE, UNTIL, most)


def test_leap_days_are_found_where_they_are():
    """Though dateutil looks for them in another century."""
    found = expand(Recurrence("YEARLY", months=(2,), month_days=(29, 30)), "2024-02-29 07:00")
    assert found == [wall("2028-02-29 07:00")]


def test_a_count_is_counted_from_the_beginning():
    """Not from now."""
    rule = Recurrence("MONTHLY", interval=2, count=4)
    assert expand(rule, "2026-07-01 07:00") == [wall("2027-01-01 07:00")]


def test_hours_are_counted_without_walking_through_them():
    """However long ago the first was."""
    rule = Recurrence("SECONDLY", interval=86_400 * 30)
    found = expand(rule, "1970-01-01 00:00")
    assert len(found) == 25
    assert found[1] - found[0] == timedelta(days=30)


def test_the_time_for_all_rules_is_limited():
    """The rest is refused at once."""
    moments = iter(range(100))
    expand_all = Expanding(longest_s=1.5, elapsed_s=lambda: next(moments))
    rule = Recurrence("MONTHLY", interval=2)
    for _ in range(2):
        expand_all(rule, wall("2026-11-23 07:00"), SINCE, UNTIL, 367)
    with pytest.raises(TooMany, match=TOO_LONG):
        expand_all(rule, wall("2026-11-23 07:00"), SINCE, UNTIL, 367)


def test_what_begins_after_all_has_no_dates_yet():
    """It is not refused for its year."""
    assert expand(Recurrence("MONTHLY", interval=2), "2050-01-01 07:00") == []
