"""Finding words among the rows of alarms."""

import pytest

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.finder import Finder
from alarmclock.ui.alarms.row_text import row_of
from alarmclock.ui.alarms.sort_key import key_of
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm

LABELS = ("Gym", "Swim", "gymnastics", "", "Office")


@pytest.fixture
def book():
    """Give a book with some alarms."""
    made = AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())
    for label in LABELS:
        Editing(made).add(make_alarm(label=label, item_id=label or "none"))
    return made


@pytest.fixture
def rows(book):
    """Give the rows of the book."""
    return [row_of(book, alarm) for alarm in book.alarms()]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gym", ["Gym", "gymnastics"]),
        ("GYM nast", ["gymnastics"]),
        ("off", ["Office"]),
        ("on", ["Gym", "Swim", "gymnastics", "", "Office"]),
        ("tennis", []),
    ],
)
def test_what_has_all_the_words_is_found_in_its_order(book, rows, typed, found):
    """And a single row is judged as all of them are."""
    finder = Finder(book)
    finder.look_for(typed)
    keys = finder.found([key_of(row) for row in rows], {row.alarm.id: row for row in rows})
    assert [key[-2] for key in keys] == found
    assert [row.alarm.label for row in rows if finder.finds(row)] == found


def test_without_words_everything_is_found(book, rows):
    """Nobody looks for anything."""
    assert all(map(Finder(book).finds, rows))


def test_it_tells_whether_less_can_be_found_than_before(book):
    """Then only what was found needs to be looked at."""
    finder = Finder(book)
    assert [finder.look_for(typed) for typed in ("g", "gy", "gy 7", "y", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_the_texts_are_read_piece_by_piece(book, rows):
    """It tells when there is none left; a changed alarm is read anew."""
    finder = Finder(book)
    assert [finder.prepare(rows, 2) for _ in range(3)] == [False, False, True]
    finder.forget("Gym")
    assert [finder.prepare(rows, 1) for _ in range(2)] == [False, True]
    finder.forget_all()
    assert not finder.prepare(rows, len(rows))
