import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import LAST
from alarmclock.ui.editor.rule_choices import (
    DAY_COUNT,
    MONTH_DAY,
    TIMES,
    WEEK_COUNT,
    YEAR_DAY,
    blaming,
)
from tests.ui.editor.builders import refused_field

ALL = [DAY_COUNT, WEEK_COUNT, MONTH_DAY, YEAR_DAY, TIMES]


@pytest.mark.parametrize("choices", ALL, ids=lambda choices: choices.field)
def test_what_is_offered_can_be_typed(choices):
    """The words of every value are read as that value."""
    assert [choices.parse(choices.words(value)) for value in choices.offered] == [*choices.offered]


@pytest.mark.parametrize(
    ("choices", "text", "value"),
    [
        (DAY_COUNT, "3", 3),
        (DAY_COUNT, " 12 Days ", 12),
        (WEEK_COUNT, "6 weeks", 6),
        (MONTH_DAY, "15", 15),
        (MONTH_DAY, "15.", 15),
        (MONTH_DAY, "2nd", 2),
        (MONTH_DAY, "Last", LAST),
        (TIMES, "", None),
        (TIMES, "1,000", 1000),
        (TIMES, "unlimited", None),
    ],
)
def test_a_number_is_typed(choices, text, value):
    """With its noun or without."""
    assert choices.parse(text) == value


@pytest.mark.parametrize("choices", ALL, ids=lambda choices: choices.field)
@pytest.mark.parametrize("text", ["soon", "-1", "1.5", "9999999"])
def test_nonsense_is_refused_by_its_field(choices, text):
    """The sentence stands beside the field that it is about."""
    assert refused_field(lambda: choices.parse(text)) == choices.field


def test_a_value_is_blamed_on_its_field():
    """Core knows only that the rule is wrong, the editor knows where that was entered."""
    with pytest.raises(Invalid, match=r"^Choose\.$") as caught, blaming("dayCount"):
        raise Invalid("rule", "Choose.")
    assert caught.value.field == "dayCount"
