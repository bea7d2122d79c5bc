"""The lines of the calendar's list."""

import pytest
from PySide6.QtCore import Qt

from alarmclock.ui.calendar.plan_model import PlanModel, Role, key_of
from tests.ui.calendar.builders import BERLIN, TODAY, entry


@pytest.fixture
def model(qapp, qtmodeltester):
    """A model of two days."""
    model = PlanModel()
    model.show_entries([entry(1), entry(1, 9, name="Tea", item_id="tea"), entry(3)], TODAY, BERLIN)
    qtmodeltester.check(model)
    return model


def test_each_day_has_a_heading(model):
    """And below it its entries."""
    lines = [model.index(row).data() for row in range(model.rowCount())]
    assert lines == [
        "Monday 23 November, tomorrow",
        "Monday 23 November, 07:00, Gym",
        "Monday 23 November, 09:00, Tea",
        "Wednesday 25 November",
        "Wednesday 25 November, 07:00, Gym",
    ]


def test_a_heading_can_not_be_chosen(model):
    """The arrows pass over it."""
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_days_are_those_of_the_zone(qapp):
    """A ring at 00:30 in Berlin is one of the new day, though it is not in London."""
    model = PlanModel()
    model.show_entries([entry(1, 0)], TODAY, BERLIN)
    assert model.index(0).data(Role.DAY) == ("Monday 23 November", "tomorrow")
    assert model.index(1).data(Role.TIME) == "00:00"


def test_an_entry_is_found_again(model):
    """By its alarm and its date."""
    assert model.row_of(key_of(entry(3))) == 4
    assert model.row_of(("gone", TODAY)) is None


def test_the_first_entry_from_a_day_on(model):
    """Of that day, or of the next one that has any."""
    assert model.first_entry_from(entry(2).day) == 4
    assert model.first_entry_from(entry(4).day) is None
