"""The rows of alarms, of which some are shown."""

from dataclasses import replace

import pytest

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.row_text import row_of
from alarmclock.ui.alarms.rows import Rows
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm


@pytest.fixture
def book():
    """Give a book with three alarms."""
    made = AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())
    for hour, label in ((9, "gym"), (7, "swim"), (8, "gym and swim")):
        Editing(made).add(make_alarm(hour, label=label, item_id=label))
    return made


@pytest.fixture
def rows(book):
    """Give their rows."""
    made = Rows(book)
    made.fill(row_of(book, alarm) for alarm in book.alarms())
    return made


def shown(rows):
    """Read the labels of those that are shown."""
    return [rows.at(place).alarm.label for place in range(len(rows))]


def test_what_has_the_words_is_shown_and_the_first_of_all_is_still_known(rows):
    """What rings next may be another one than what is looked for."""
    rows.narrow("gym")
    assert shown(rows) == ["gym and swim", "gym"]
    assert rows.total == 3
    assert rows.first().alarm.label == "swim"
    rows.narrow("")
    assert shown(rows) == ["swim", "gym and swim", "gym"]


@pytest.mark.parametrize("typed", ["gym", ""])
def test_a_row_that_changes_stays_where_it_belongs(book, rows, typed):
    """It is shown though it has the words no more."""
    rows.narrow(typed)
    old = rows.find("gym")
    changed = make_alarm(6, label="run", item_id="gym")
    Editing(book).replace(changed)
    rows.replace(old, row_of(book, changed))
    assert shown(rows)[0] == "run"
    assert rows.total == 3
    rows.narrow("run")
    assert shown(rows) == ["run"]


def test_a_row_that_is_not_shown_can_be_added_and_removed(book, rows):
    """It counts all the same."""
    rows.narrow("gym")
    tea = row_of(book, rows.find("gym").alarm)
    tea = replace(tea, alarm=make_alarm(10, label="tea", item_id="tea"))
    rows.add(tea, shown=False)
    assert (rows.total, shown(rows), rows.shows(tea)) == (4, ["gym and swim", "gym"], False)
    rows.remove(tea)
    rows.remove(rows.find("gym"))
    assert (rows.total, shown(rows)) == (2, ["gym and swim"])
