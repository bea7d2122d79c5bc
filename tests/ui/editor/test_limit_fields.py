from datetime import date

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.ui.editor.limit_fields import LimitFields

TODAY = date(2026, 11, 22)
ALL = Limits(TODAY, date(2027, 1, 1), 12, frozenset({date(2026, 12, 24)}))


@pytest.fixture
def fields(theme, on_screen):
    """The fields of the limits, all of them seen."""
    made = LimitFields(theme)
    made.show_today(TODAY)
    made.show_limits(NO_LIMITS)
    made.show_rows(repeats=True, more=True)
    return on_screen(made)


def rows(fields):
    """Give the names of the rows that are seen."""
    return [name for name, row in fields.rows.items() if not row.isHidden()]


@pytest.mark.parametrize("limits", [NO_LIMITS, ALL, Limits(last=TODAY)], ids=repr)
def test_limits_are_kept(fields, limits):
    """What is shown is given back."""
    fields.show_limits(limits)
    assert fields.limits() == limits


@pytest.mark.parametrize(
    ("limits", "repeats", "more", "seen"),
    [
        (NO_LIMITS, True, True, ["firstDate", "lastDate", "times", "excepted"]),
        (NO_LIMITS, True, False, []),
        (ALL, True, False, ["firstDate", "lastDate", "times", "excepted"]),
        (Limits(last=TODAY), True, False, ["lastDate"]),
        (ALL, False, True, []),
    ],
    ids=["more", "none in use", "all in use", "one in use", "does not repeat"],
)
def test_what_is_in_use_is_seen(fields, limits, repeats, more, seen):
    """The others wait behind More."""
    fields.show_limits(limits)
    fields.show_rows(repeats=repeats, more=more)
    assert rows(fields) == seen


def test_a_first_date_that_was_typed_stays(qtbot, fields):
    """Only the one that came with the number goes with it."""
    edit, times = fields.rows["firstDate"].field, fields.rows["times"].field
    times.setEditText("5")
    edit.selectAll()
    qtbot.keyClicks(edit, "1 Dec")
    times.setEditText("no limit")
    assert fields.limits() == Limits(first=date(2026, 12, 1))


def test_a_wrong_date_names_its_field(fields):
    """The last date is not the first."""
    fields.rows["lastDate"].field.setText("30 Feb")
    with pytest.raises(Invalid) as caught:
        fields.limits()
    assert caught.value.field == "lastDate"
