"""Values as JSON that people can read."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.exchange import values


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "PT0S"),
        (timedelta(minutes=30), "PT30M"),
        (timedelta(seconds=90), "PT1M30S"),
        (timedelta(days=1, hours=12), "P1DT12H"),
        (timedelta(days=7), "P7D"),
        (timedelta(seconds=1.5), "PT1.5S"),
        (timedelta(microseconds=1), "PT0.000001S"),
        (-timedelta(minutes=5), "-PT5M"),
    ],
    ids=str,
)
def test_lengths_are_iso_durations(length, text):
    """As RFC 5545 and every other program writes them."""
    assert (values.length_text(length), values.length_from(text)) == (text, length)


@given(st.timedeltas())
def test_any_length_comes_back(length):
    """To the microsecond."""
    assert values.length_from(values.length_text(length)) == length


@pytest.mark.parametrize("text", ["", "P", "PT", "P1", "5 min", "PT1H ", "P1DT", "PT1.0000001S"])
def test_other_text_is_no_length(text):
    """It is refused, not guessed."""
    with pytest.raises(ValueError, match="is no length"):
        values.length_from(text)


def test_instants_end_in_z():
    """They are in UTC, and say so."""
    instant = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
    assert values.instant_text(instant) == "2026-11-23T06:15:00Z"
    assert values.instant_from("2026-11-23T07:15:00+01:00") == instant


@given(st.datetimes(timezones=st.just(UTC)))
def test_any_instant_comes_back(instant):
    """To the microsecond."""
    assert values.instant_from(values.instant_text(instant)) == instant
