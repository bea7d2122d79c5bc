"""The list of alarms as a Qt model: sorted, and changed row by row."""

from dataclasses import replace
from datetime import time, timedelta
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.editing import Editing
from alarmclock.core.rule import EVERY_DAY, WORKDAYS, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.core.verdict import Check, Grade, Mend, Reason, Verdict
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.model import FIRST_ROWS, READ_AT_ONCE, AlarmModel, Role
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal


@pytest.fixture
def clock():
    """Stand still on a Sunday evening in Berlin."""
    return FakeClock(SUNDAY_EVENING, BERLIN)


@pytest.fixture
def book(clock):
    """Give an empty book."""
    return AlarmBook(clock, MemoryJournal())


@pytest.fixture
def model(qapp, book):
    """Give a started model that Qt's own tester watches."""
    made = AlarmModel(book)
    made.start()
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    assert tester is not None
    return made


def names(model):
    """Read the labels from top to bottom."""
    return [model.index(row).data().split(", ")[1] for row in range(model.rowCount())]


def alarm(book, hour, label, rule=None):
    """Make an armed alarm."""
    rule = rule or Weekdays(EVERY_DAY)
    return Alarm(time(hour), rule, label, armed_at=book.clock.now())


def test_what_rings_next_comes_first(book, model):
    """Across midnight, and what is off comes last."""
    editing = Editing(book)
    for hour, label in ((9, "c"), (23, "a"), (7, "b"), (6, "d")):
        editing.add(alarm(book, hour, label))
    last = book.alarms()[-1]
    assert names(model) == ["a", "d", "b", "c"]
    editing.switch(last.id, on=False)
    assert names(model) == ["a", "b", "c", "d"]


def test_a_timer_is_no_row(book, model):
    """Timers have their own page."""
    Editing(book).start(Timer(timedelta(minutes=5), "tea"))
    assert model.rowCount() == 0


def test_a_row_says_everything_in_one_line(book, model):
    """Screen readers and automation read it."""
    Editing(book).add(alarm(book, 7, "Gym", Weekdays(WORKDAYS)))
    said = model.index(0).data()
    assert said.startswith("07:00, Gym, weekdays, tomorrow · in ")
    assert said.endswith(", on")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_a_changed_row_moves_and_keeps_its_place_in_the_selection(book, model):
    """Nothing is reset, so that the list does not flicker and the focus stays."""
    editing = Editing(book)
    for hour, label in ((6, "a"), (7, "b"), (8, "c")):
        editing.add(alarm(book, hour, label))
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    from PySide6.QtCore import QPersistentModelIndex

    first = QPersistentModelIndex(model.index(0))
    editing.switch(book.alarms()[0].id, on=False)
    assert names(model) == ["b", "c", "a"]
    assert first.row() == 2
    assert resets == []


def test_any_series_of_changes_leaves_the_list_sorted(book, model):
    """Adding, switching, editing, deleting and undoing in any order."""
    random, editing = Random(4), Editing(book)
    for _ in range(300):
        alarms = book.alarms()
        match random.choice(["add", "add", "switch", "edit", "delete", "undo"]):
            case "add":
                editing.add(alarm(book, random.randrange(24), f"n{random.random()}"))
            case "switch" if alarms:
                chosen = random.choice(alarms)
                editing.switch(chosen.id, on=not chosen.armed_at)
            case "edit" if alarms:
                chosen = random.choice(alarms)
                changed = alarm(book, random.randrange(24), chosen.label)
                book.commit(Change(items=(ItemChange(chosen, _with_id(changed, chosen.id)),)))
            case "delete" if alarms:
                editing.remove(random.choice(alarms).id)
            case _:
                editing.undo()
        shown = [model.item_id(row) for row in range(model.rowCount())]
        assert sorted(shown) == sorted(item.id for item in book.alarms())
        dues = [book.due(item_id) for item_id in shown]
        armed = [due for due in dues if due is not None]
        assert dues == sorted(armed) + [None] * (len(dues) - len(armed))


MUTED = Verdict((Reason(Check.VOLUME, Grade.BAD, "The computer is muted.", Mend.UNMUTE),))


@pytest.fixture
def verdicts():
    """Give the verdicts of alarms by their labels; of others nothing is known."""
    return {}


@pytest.fixture
def judged(qapp, book, verdicts):
    """Give a started model whose alarms are judged."""
    made = AlarmModel(book, verdict_of=lambda alarm: verdicts.get(alarm.label, Verdict(())))
    made.start()
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    assert tester is not None
    return made


def test_a_row_warns_of_a_ring_that_will_not_be_heard(book, judged, verdicts):
    """By its sign, to whoever points at it, and to screen readers."""
    verdicts["Gym"] = MUTED
    for label in ("Gym", ""):
        Editing(book).add(alarm(book, 7 + len(label), label))
    good, bad = judged.index(0), judged.index(1)
    assert bad.data(Role.GRADE) is Grade.BAD
    assert bad.data().endswith(", on, will not be heard: the computer is muted")
    assert bad.data(Qt.ItemDataRole.ToolTipRole) == (
        "Gym\nWill not be heard: the computer is muted"
    )
    assert good.data(Role.GRADE) is Grade.GOOD
    assert good.data().endswith(", on")
    assert good.data(Qt.ItemDataRole.ToolTipRole) is None


def test_an_alarm_that_is_off_is_not_judged(book, judged, verdicts):
    """It need not be heard."""
    verdicts["Gym"] = MUTED
    Editing(book).add(alarm(book, 7, "Gym"))
    Editing(book).switch(book.alarms()[0].id, on=False)
    assert judged.index(0).data(Role.GRADE) is Grade.GOOD
    assert judged.index(0).data().endswith(", off")


def test_other_verdicts_repaint_the_rows_and_move_none(book, judged, verdicts, qtbot):
    """As when somebody mutes the computer."""
    for hour in (7, 8):
        Editing(book).add(alarm(book, hour, "Gym"))
    verdicts["Gym"] = MUTED
    with qtbot.waitSignal(judged.dataChanged) as changed:
        judged.show_verdicts()
    first, last, *_ = changed.args
    assert (first.row(), last.row()) == (0, 1)
    assert judged.index(0).data(Role.GRADE) is Grade.BAD


def test_an_empty_list_takes_other_verdicts(judged):
    """There is nothing to repaint."""
    judged.show_verdicts()
    assert judged.rowCount() == 0


def _with_id(changed, item_id):
    from dataclasses import replace

    return replace(changed, id=item_id)


def test_of_a_large_book_the_first_rows_are_read_and_the_others_added(qapp, book):
    """In any order of coming, the list is that of a book that was read at once."""
    alarms = [
        Alarm(time(n % 24, n % 60), Weekdays(EVERY_DAY), f"{n}", armed_at=book.clock.now())
        for n in range(READ_AT_ONCE + 100)
    ]
    off = Alarm(time(3), label="off")
    book.load([*alarms, off], ())
    model = AlarmModel(book)
    assert QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.start()
    first = names(model)
    assert len(first) == FIRST_ROWS
    ids = [alarm.id for alarm in (*alarms, off)]
    Random(1).shuffle(ids)
    for start in range(0, len(ids), 50):
        model.add_rows(ids[start : start + 50])
    whole = AlarmModel(book)
    whole.reload()
    assert names(model) == names(whole)
    assert names(model)[:FIRST_ROWS] == first


def test_very_many_changes_at_once_are_taken_over_together(model, book):
    """Rows come, go and move as they do one by one, in one step."""
    alarms = [
        Alarm(time(n // 60, n % 60), label=f"a{n}", armed_at=SUNDAY_EVENING) for n in range(60)
    ]
    book.apply(Change(tuple(ItemChange(None, alarm) for alarm in alarms)))
    assert model.rowCount() == 60
    steps = []
    model.modelReset.connect(lambda: steps.append("reset"))
    model.rowsMoved.connect(lambda: steps.append("moved"))
    off = [ItemChange(alarm, replace(alarm, armed_at=None)) for alarm in alarms[:30]]
    gone = [ItemChange(alarm, None) for alarm in alarms[30:40]]
    book.apply(Change((*off, *gone)))
    assert steps == ["reset"]
    assert names(model) == [f"a{n}" for n in (*range(40, 60), *range(30))]
    assert model.row_number(alarms[0].id) == 20
