from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.zone_text import find_zone, local_words
from tests.ui.editor.builders import refused_field

NAMES = ["Europe/Lisbon", "America/New_York", "America/Indiana/Knox", "US/Knox", "UTC"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        (" europe/lisbon ", "Europe/Lisbon"),
        ("lisbon", "Europe/Lisbon"),
        ("New York", "America/New_York"),
        ("utc", "UTC"),
        ("", None),
        ("local", None),
        ("Local (Europe/Paris)", None),
    ],
)
def test_a_zone_is_found_by_name_or_place(text, expected):
    """Upper and lower case and the continent don't matter where a place is the only one."""
    assert find_zone(text, NAMES) == expected


@pytest.mark.parametrize("text", ["Europe/Atlantis", "knox", "x" * 10_000])
def test_an_unknown_zone_is_refused(text):
    """A zone that does not exist, or a place that two zones have, is told so."""
    with pytest.raises(Invalid, match=r"^There is no time zone “.{1,31}”\. Choose one") as refused:
        find_zone(text, NAMES)
    assert refused.value.field == "zone"


@given(st.text())
def test_any_text_is_a_zone_or_refused(text):
    """Nothing but Invalid is ever raised."""
    assert refused_field(lambda: find_zone(text, NAMES)) in (None, "zone")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [(ZoneInfo("Europe/Paris"), "Local (Europe/Paris)"), (UTC, "Local")],
    ids=["named", "nameless"],
)
def test_the_local_zone_is_named(zone, expected):
    """People see which zone the system is in, where it has a name."""
    assert local_words(zone) == expected
