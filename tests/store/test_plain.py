"""Tests of how values become JSON and back."""

import json
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.store import plain
from alarmclock.values import dataclass


class Colour(Enum):
    """Some members."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Sample:
    """One field of each sort that core uses."""

    instant: datetime
    length: timedelta
    day: date
    wall: time
    number: int
    name: str
    is_on: bool
    colour: Colour
    presets: tuple[int, ...]
    colours: frozenset[Colour]
    perhaps: timedelta | None = None


INSTANTS = st.datetimes(timezones=st.just(UTC))


SAMPLES = st.builds(
    Sample,
    INSTANTS,
    st.timedeltas(),
    st.dates(),
    st.times(),
    st.integers(),
    st.text(st.characters()),
    st.booleans(),
    st.sampled_from(Colour),
    st.lists(st.integers()).map(tuple),
    st.frozensets(st.sampled_from(Colour)),
    st.none() | st.timedeltas(),
)


@given(SAMPLES)
def test_every_field_comes_back_through_json(sample):
    """What is written as JSON is read as the same value."""
    text = plain.written(plain.plain_fields(sample))
    assert Sample(**plain.arguments(Sample, plain.read_fields(text))) == sample


@given(INSTANTS)
def test_an_instant_comes_back_to_the_microsecond_in_utc(instant):
    """An instant is a whole number of microseconds, and comes back in UTC."""
    back = plain.instant_from(plain.microseconds_of(instant))
    assert back == instant
    assert back.tzinfo is UTC


def test_text_is_written_without_characters_that_a_file_can_not_hold():
    """A lone surrogate, as in the name of an odd file, is escaped."""
    assert plain.written({"sound": "\udc80"}).encode() == b'{"sound":"\\udc80"}'


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("instant", "2026-11-23", id="text for an instant"),
        pytest.param("instant", 10**20, id="an instant after the year 9999"),
        pytest.param("length", 1.5, id="a fraction for a length"),
        pytest.param("length", 10**30, id="a length too long"),
        pytest.param("day", "2026-02-30", id="a day that does not exist"),
        pytest.param("wall", 7, id="a number for a time"),
        pytest.param("number", True, id="a truth for a number"),
        pytest.param("number", None, id="nothing for a number"),
        pytest.param("name", 5, id="a number for text"),
        pytest.param("is_on", 2, id="a number for a truth"),
        pytest.param("colour", "green", id="no such member"),
        pytest.param("presets", "123", id="text for numbers"),
        pytest.param("presets", [1, "2"], id="text among numbers"),
        pytest.param("colours", ["red", []], id="a list among members"),
    ],
)
def test_a_damaged_value_is_refused(field, value):
    """A value of the wrong sort raises one of the errors that readers of rows expect."""
    with pytest.raises(plain.UNREADABLE):
        plain.arguments(Sample, {field: value})


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", "[" * 100_000])
def test_a_text_that_holds_no_fields_is_refused(text):
    """Only a mapping holds fields."""
    with pytest.raises(plain.UNREADABLE):
        plain.read_fields(text)


def test_unknown_fields_are_left_out():
    """A field that the class has not is no reason to lose the others."""
    assert plain.arguments(Sample, {"number": 3, "from the future": 1}) == {"number": 3}


def test_members_of_a_set_are_written_in_order():
    """The same set is always the same text."""
    assert json.loads(plain.written(plain.plain(frozenset(Colour)))) == ["blue", "red"]
