import time
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QModelIndex, Qt

from alarmclock.core.activity.events import Armed, Dismissed, Failed, Missed, Rang, Snoozed
from alarmclock.core.ringing import Cause
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.activity.roles import Role
from tests.ui.activity.builders import NOW, PAGE, SECOND, happened, tick, timer_tick

NO_PARENT = QModelIndex()


def read_all(model):
    """Read down to the end of the store."""
    while model.canFetchMore(NO_PARENT):
        model.fetchMore(NO_PARENT)


def changed_rows(model):
    """Note each range of rows that the model reports as changed."""
    noted = []
    model.dataChanged.connect(lambda first, last: noted.append((first.row(), last.row())))
    return noted


def test_a_new_event_is_the_top_line(model, lines):
    """The newest event is read first."""
    model.show_event(happened("nap", ago=10))
    model.show_event(happened("gym"))
    assert lines(model) == ["Alarm cancelled, Gym · 4 s left", "Alarm cancelled, Nap · 4 s left"]


def test_an_item_has_one_sentence_as_its_text(model):
    """Screen readers and automated tests read an item's text."""
    model.show_event(timer_tick())
    index = model.index(0)
    assert index.data() == "22:02:48 tick, Tea · tick 2 of 5"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data()


def test_a_daemon_has_one_line_for_all_its_ticks(model, lines):
    """Ticks are updated in place: five of them are no five lines."""
    for count in range(1, 6):
        model.show_event(timer_tick(count=count))
    assert lines(model) == ["tick, Tea · tick 5 of 5"]


def test_a_tick_changes_its_row_only(model):
    """A tick repaints one line of many."""
    for event in (tick("nap", 10), timer_tick("tea", 1, 20), tick("gym", 30), happened("old")):
        model.show_event(event)
    changed = changed_rows(model)
    model.show_event(timer_tick("tea", 2, 20, at=NOW + SECOND))
    assert changed == [(1, 1)]


def test_a_tick_without_a_line_changes_nothing(make_model):
    """An alarm beyond the limit ticks unseen."""
    model = make_model(most_live_alarms=1)
    model.show_event(tick("first", 10))
    model.show_event(tick("second", 20))
    changed = changed_rows(model)
    model.show_event(tick("second", 19, at=NOW + SECOND))
    assert changed == []


def test_ticks_are_above_what_happened(model, lines):
    """An event of another alarm comes below the daemons that tick."""
    model.show_event(tick("gym", 10))
    model.show_event(happened("nap"))
    assert lines(model) == ["tick, Gym · in 10 s", "Alarm cancelled, Nap · 4 s left"]


def test_ticks_are_in_the_order_of_their_dues(model, lines):
    """What rings first is on top, whoever ticked first."""
    for event in (tick("gym", 300), tick("nap", 10), timer_tick("tea", 2, 60)):
        model.show_event(event)
    assert lines(model) == [
        "tick, Nap · in 10 s",
        "tick, Tea · tick 2 of 60",
        "tick, Gym · in 5 min",
    ]


def test_a_line_moves_with_its_due(model, lines):
    """One more minute for the timer puts it behind the others."""
    model.show_event(timer_tick("tea", 2, 5))
    model.show_event(timer_tick("eggs", 2, 30))
    model.show_event(tick("gym", 300))
    model.show_event(timer_tick("tea", 3, 65))
    assert lines(model)[:2] == ["tick, Eggs · tick 2 of 30", "tick, Tea · tick 3 of 65"]
    model.show_event(tick("gym", 1))
    assert lines(model)[0] == "tick, Gym · in 1 s"


def test_a_nearer_alarm_takes_the_line_of_a_farther_one(make_model, lines):
    """The lines are for what is due first."""
    model = make_model(most_live_alarms=2)
    for event in (tick("a", 10), tick("c", 30), tick("b", 20)):
        model.show_event(event)
    assert lines(model) == ["tick, A · in 10 s", "tick, B · in 20 s"]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(happened("tea", kind=Rang, due=NOW, late=SECOND * 0), id="rang"),
        pytest.param(happened("tea"), id="cancelled"),
        pytest.param(happened("tea", kind=Dismissed, after=SECOND), id="dismissed"),
        pytest.param(happened("tea", kind=Snoozed, until=NOW), id="snoozed"),
        pytest.param(happened("tea", kind=Missed, due=NOW, cause=Cause.ASLEEP), id="missed"),
        pytest.param(happened("tea", kind=Failed, reason="It broke."), id="failed"),
        pytest.param(happened("tea", kind=Armed, due=NOW), id="armed anew"),
    ],
)
def test_an_event_of_the_daemon_ends_its_ticks(model, lines, end):
    """After five ticks comes ALARM!, and no tick line is left."""
    model.show_event(tick("gym", 300))
    model.show_event(timer_tick("tea", 5, 5))
    model.show_event(end)
    said = lines(model)
    assert said[0] == "tick, Gym · in 5 min"
    assert len(said) == 2
    assert "tick" not in said[1]


def test_a_daemon_that_ended_unseen_loses_its_line(model, lines):
    """A daemon can end without an event, as a paused timer does."""
    model.show_event(timer_tick())
    model.end_live(["tea"])
    assert lines(model) == []


def test_only_daemons_that_still_tick_keep_their_lines(model, lines):
    """Who is no longer seen ticks no more, and an old tick would be a lie."""
    for name in ("a", "b", "c"):
        model.show_event(tick(name, 10))
    model.keep_live({"b", "unknown"})
    assert lines(model) == ["tick, B · in 10 s"]


def test_older_lines_come_from_the_store(model, store, lines):
    """What happened in other sessions is read below."""
    for number in range(PAGE + 1):
        store.keep(happened(f"old {number}"))
    model.fetchMore(NO_PARENT)
    assert model.rowCount() == PAGE
    read_all(model)
    assert model.rowCount() == PAGE + 1
    assert lines(model)[-1].startswith("Alarm cancelled, Old 0")


def test_nothing_is_read_before_it_is_asked_for(model, store):
    """A model that nobody looks at leaves the store alone."""
    model.show_event(happened("nap"))
    assert store.asked == []


def test_memory_has_a_bound(make_model, store, lines):
    """The oldest line goes when a new one comes, and can be read again."""
    model = make_model(most_lines_kept=3)
    for number in range(5):
        event = happened(f"nap {number}", ago=-number)
        store.keep(event)
        model.show_event(event)
    assert model.rowCount() == 3
    read_all(model)
    assert [line[17:22] for line in lines(model)] == ["Nap 4", "Nap 3", "Nap 2", "Nap 1", "Nap 0"]


def test_lines_being_read_are_not_taken_away(make_model, store):
    """Somebody who has scrolled far down goes on reading when something happens."""
    model = make_model(most_lines_kept=3)
    for number in range(10):
        store.keep(happened(f"nap {number}"))
    read_all(model)
    model.show_event(happened("fresh"))
    assert model.rowCount() == 10
    model.forget_oldest()
    assert model.rowCount() == 3


def test_the_model_is_never_reset(model, store):
    """A reset would lose the place and the selection of a reader."""
    resets = []
    model.modelReset.connect(lambda: resets.append("reset"))
    store.keep(happened("old"))
    model.show_event(tick())
    read_all(model)
    model.show_event(happened("tea"))
    model.keep_live(set())
    assert resets == []


def test_today_becomes_yesterday_at_midnight(model, clock):
    """Times are said anew on another day, once."""
    model.show_event(happened("nap"))
    changed = changed_rows(model)
    clock.advance(timedelta(hours=1))
    model.show_time(clock.now())
    assert changed == []
    clock.advance(timedelta(hours=1))
    model.show_time(clock.now())
    model.show_time(clock.now())
    assert changed == [(0, 0)]
    assert model.index(0).data(Role.TIME) == "Yesterday"
    assert model.index(0).data(Role.EXACT_TIME) == "Yesterday 22:02:48"


def test_a_traveller_reads_local_times(model, clock):
    """In another zone all times are other ones."""
    model.show_event(happened("nap"))
    changed = changed_rows(model)
    clock.set_zone(ZoneInfo("Europe/Berlin"))
    model.show_time(clock.now())
    assert changed == [(0, 0)]
    assert model.index(0).data(Role.TIME) == "23:02:48"


def test_ten_thousand_lines_are_read_quickly(qapp, clock):
    """Reading all of a long history takes a fraction of a second."""
    numbered = [(number, happened(f"event {number}")) for number in range(1, 10_001)]

    def load_older(before):
        last = len(numbered) if before is None else before - 1
        return numbered[max(last - PAGE, 0) : last][::-1]

    model = ActivityModel(clock, load_older)
    began = time.perf_counter()
    read_all(model)
    assert model.rowCount() == 10_000
    assert time.perf_counter() - began < 1


def test_events_that_come_at_once_are_one_insertion(model):
    """The last of them is on top, as if they had come one after the other."""
    inserted = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.show_events([happened("first"), tick("gym", 5), happened("second")])
    assert inserted == [(0, 1), (0, 0)]
    names = [model.index(row).data(Role.NAME) for row in range(3)]
    assert names == ["Gym", "Second", "First"]
