"""What is written as a phrase, and that it is read back as the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.phrase import ENGLISH, GERMAN, write
from tests.core.phrase import values
from tests.core.phrase.lines import read

LANGUAGES = st.sampled_from([ENGLISH, GERMAN])


def same(item):
    """Give an item without its identity."""
    return replace(item, id="")


@given(values.alarms(), LANGUAGES, LANGUAGES)
def test_what_is_written_of_any_alarm_is_read_back_as_the_same(alarm, language, spoken):
    """Time, rule, limits, zone, label, ring and whether it is on: in any language."""
    line = write(alarm, language)
    assert same(read(line, language=spoken)) == same(alarm)
