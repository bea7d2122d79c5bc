"""The days of a month."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.ui.calendar.month_model import MonthModel, Role, first_shown
from tests.ui.calendar.builders import BERLIN, TODAY, entry

SECONDS = timedelta(seconds=46)


@pytest.fixture
def model(qapp, qtmodeltester):
    """November 2026 with two rings."""
    model = MonthModel()
    model.show_month(TODAY, [entry(1), entry(1, 9, name="Tea")], TODAY, BERLIN)
    qtmodeltester.check(model)
    return model


@pytest.mark.parametrize(
    ("month", "first"),
    [
        (date(2026, 11, 22), date(2026, 10, 26)),
        (date(2027, 2, 1), date(2027, 2, 1)),
        (date(2026, 3, 1), date(2026, 2, 23)),
    ],
)
def test_a_month_begins_with_the_monday_of_its_first_week(month, first):
    """The days before its 1st are those of the month before."""
    assert first_shown(month) == first


def test_every_day_has_its_cell(model):
    """Six weeks, one after the other."""
    days = [model.index(row, column).data(Role.DAY) for row in range(6) for column in range(7)]
    assert days == [date(2026, 10, 26) + timedelta(days=n) for n in range(42)]
    assert [model.index_of(day).data(Role.DAY) for day in days] == days


def test_a_day_that_is_not_shown_has_no_cell(model):
    """The next year is far away."""
    assert not model.index_of(date(2027, 11, 1)).isValid()


def test_a_day_tells_what_it_holds(model):
    """In words for a screen reader, and as lines for the eye."""
    index = model.index_of(date(2026, 11, 23))
    assert index.data() == "Monday 23 November 2026: 2 rings · 07:00 Gym · 09:00 Tea"
    assert [(time, one.name) for time, one in index.data(Role.LINES)] == [
        ("07:00", "Gym"),
        ("09:00", "Tea"),
    ]


def test_a_cell_has_no_room_for_seconds(model):
    """As those of a timer; whoever listens has time for them."""
    timer = entry(1)
    model.show_month(TODAY, [replace(timer, due=timer.due + SECONDS)], TODAY, BERLIN)
    index = model.index_of(date(2026, 11, 23))
    assert index.data(Role.LINES)[0][0] == "07:00"
    assert "07:00:46 Gym" in index.data()


def test_today_and_the_neighbours_are_marked(model):
    """The days of the other months are paler."""
    assert model.index_of(TODAY).data(Role.IS_TODAY)
    assert not model.index_of(date(2026, 10, 31)).data(Role.IN_MONTH)


def test_the_days_of_the_week_are_named(model):
    """Monday is the first."""
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert names == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
