"""The list of alarms as a Qt model: sorted, and changed row by row."""

from dataclasses import replace
from datetime import time, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason, Verdict
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Once, Weekdays
from alarmclock.core.timer import Timer
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


LABELS = (
    "Gym",
    "gym and Swim",
    "Stra\N{LATIN SMALL LETTER SHARP S}e",
    "office",
    "Mon",
    "\u00e9t\u00e9",
)
TYPED = (
    "g",
    "gy",
    "gym",
    "swim gym",
    "STRASSE",
    "on",
    "onc",
    "off",
    "off 0",
    "7:",
    "every",
    "e",
    "",
)
STEPS = st.one_of(
    st.tuples(st.just("look"), st.sampled_from(TYPED)),
    st.tuples(st.just("add"), st.integers(0, 23), st.sampled_from(LABELS), st.booleans()),
    st.tuples(st.just("rename"), st.integers(0, 9), st.sampled_from(LABELS)),
    st.tuples(st.just("switch"), st.integers(0, 9), st.booleans()),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("reload")),
    st.tuples(st.just("many"), st.booleans()),
)

STARTS = [("add", 7, "Gym", True), ("add", 8, "office", False), ("add", 9, "", False)]


def naive(book, typed):
    """Find what has all the words, as one would say it."""
    found = set()
    for item in book.alarms():
        label = (item.label or "Alarm").casefold()
        rule = "every day" if item.rule.repeats else "once"
        fields = [label, f"{item.time:%H:%M}", rule]
        switch = "on" if book.is_on(item.id) else "off"
        if all(
            word == switch or word in label
            if word in ("on", "off")
            else any(word in field for field in (*fields, switch))
            for word in typed.casefold().split()
        ):
            found.add(item.id)
    return found


def take(step, book, model):
    """Do one of the steps to the book."""
    editing, alarms = Editing(book), book.alarms()
    match step:
        case ("add", hour, label, repeats):
            rule = Weekdays(EVERY_DAY) if repeats else Once()
            editing.add(Alarm(time(hour), rule, label, armed_at=book.clock.now()))
        case ("rename", place, label) if alarms:
            editing.replace(replace(alarms[place % len(alarms)], label=label))
        case ("switch", place, on) if alarms:
            editing.switch(alarms[place % len(alarms)].id, on=on)
        case ("delete", place) if alarms:
            editing.remove(alarms[place % len(alarms)].id)
        case ("undo",):
            editing.undo()
        case ("reload",):
            model.reload()
        case ("many", on):
            armed_at = book.clock.now() if on else None
            changes = [ItemChange(one, replace(one, armed_at=armed_at)) for one in alarms]
            new = [Alarm(time(n), label=LABELS[n % 6], armed_at=armed_at) for n in range(21)]
            book.commit(Change((*changes, *(ItemChange(None, one) for one in new))))


@tuned(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=1, max_size=14))
def test_what_is_shown_is_what_a_naive_search_finds(qapp, steps):
    """After whatever was typed and changed; what was shown before stays until other words come."""
    book = AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())
    model = AlarmModel(book)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.start()
    typed, before = "", set()
    for step in (*STARTS, *steps):
        if step[0] == "look":
            before = before if step[1] == typed else set()
            typed = step[1]
            model.narrow(typed)
        elif step[0] == "reload":
            before = set()
        take(step, book, model)
        every = {item.id for item in book.alarms()}
        shown = [model.item_id(row) for row in range(model.rowCount())]
        assert set(shown) == naive(book, typed) | (before & every)
        assert len(shown) == len(set(shown))
        assert model.total == len(every)
        assert [model.row_number(item_id) for item_id in shown] == list(range(len(shown)))
        assert all(model.row_number(item_id) is None for item_id in every - set(shown))
        dues = [book.due(item_id) for item_id in shown]
        armed = [due for due in dues if due is not None]
        assert dues == sorted(armed) + [None] * (len(dues) - len(armed))
        before = set(shown)


def test_an_alarm_that_comes_while_it_is_narrowed_is_shown_where_it_is_found(book, model):
    """One by one, and from the rest of a large book."""
    model.narrow("gym")
    Editing(book).add(alarm(book, 7, "Gym"))
    Editing(book).add(alarm(book, 8, "Swim"))
    assert names(model) == ["Gym"]
    rest = [alarm(book, 9, "more gym"), alarm(book, 10, "tea")]
    book.load([*book.alarms(), *rest], ())
    model.add_rows([one.id for one in rest])
    assert names(model) == ["Gym", "more gym"]
    model.find_no_more()
    assert names(model) == ["Gym", "Swim", "more gym", "tea"]


def test_to_look_for_the_same_words_again_changes_nothing(book, model, qtbot):
    """As with a blank at the end."""
    Editing(book).add(alarm(book, 7, "Gym"))
    model.narrow("gym")
    with qtbot.assertNotEmitted(model.modelReset):
        model.narrow(" GYM ")
