"""The book: what there is, how it stands, and every change to it."""

import logging
from dataclasses import replace
from datetime import timedelta
from time import process_time

import pytest

from alarmclock.core.book.book import ENDED_RINGS_KEPT, State
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import NoSuchItem, NotSaved
from alarmclock.core.goal import Aim
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import (
    MINUTE,
    NEW_YORK,
    Desk,
    local,
    make_alarm,
    make_ring,
    make_timer,
    ringing,
)

DAILY = Weekdays(EVERY_DAY)
DUE = local("2026-11-23 07:00")
SNOOZED = make_ring().snoozed(DUE + 5 * MINUTE)
MISSED = make_ring().ended(DUE, Ending.MISSED, Cause.ASLEEP)
SNOOZED_ON_TUESDAY = make_ring("2026-11-24").snoozed(DUE)
DISMISSED = make_ring().ended(DUE, Ending.DISMISSED)


def added(item):
    """Give the change that adds an item."""
    return Change(items=(ItemChange(None, item),))


def desk_with(item, *rings):
    """Give a desk whose store had this item and its rings."""
    desk = Desk(item)
    desk.book.load([item], rings)
    return desk


def test_an_empty_book():
    """It holds nothing and rings nothing."""
    book = Desk().book
    assert (len(book), list(book), book.ringing(), book.missed()) == (0, [], [], [])


def test_alarms_and_timers_are_listed_apart():
    """Each list is in the order of making."""
    items = [make_alarm(item_id="a"), make_timer(item_id="t"), make_alarm(item_id="b")]
    book = Desk(*items).book
    assert [alarm.id for alarm in book.alarms()] == ["a", "b"]
    assert [timer.id for timer in book.timers()] == ["t"]
    assert len(book) == 3
    assert "a" in book


def test_what_is_gone_is_said_to_be_gone():
    """Whoever asks for a deleted alarm gets a sentence, or None."""
    book = Desk().book
    assert book.find("gone") is None
    assert book.goal("gone") is None
    assert book.due("gone") is None
    with pytest.raises(NoSuchItem, match="was deleted"):
        book.item("gone")


@pytest.mark.parametrize(
    ("item", "rings", "state", "is_on"),
    [
        pytest.param(make_alarm(), [], State.ARMED, True, id="armed"),
        pytest.param(make_alarm(armed_at=None), [], State.OFF, False, id="off"),
        pytest.param(make_alarm(armed_at=None), [make_ring()], State.RINGING, True, id="ringing"),
        pytest.param(make_alarm(armed_at=None), [SNOOZED], State.SNOOZED, True, id="snoozed"),
        pytest.param(make_alarm(armed_at=None), [MISSED], State.MISSED, False, id="missed, off"),
        pytest.param(make_alarm(rule=DAILY), [MISSED], State.MISSED, True, id="missed, armed"),
        pytest.param(
            make_alarm(rule=DAILY),
            [replace(MISSED, acknowledged=True)],
            State.ARMED,
            True,
            id="acknowledged",
        ),
        pytest.param(make_alarm(armed_at=None), [DISMISSED], State.OFF, False, id="dismissed"),
        pytest.param(make_timer(ends_at=DUE), [], State.RUNNING, True, id="running"),
        pytest.param(make_timer(left=MINUTE), [], State.PAUSED, False, id="paused"),
        pytest.param(
            make_timer(left=timedelta(0)), [], State.PAUSED, False, id="paused at its end"
        ),
        pytest.param(make_timer(), [], State.ENDED, False, id="ended"),
    ],
)
def test_state(item, rings, state, is_on):
    """How an item stands follows from what is set and what became of its rings."""
    book = desk_with(item, *rings).book
    assert book.state(item.id) is state
    assert book.is_on(item.id) is is_on


@pytest.mark.parametrize(
    ("item", "rings", "due"),
    [
        pytest.param(make_alarm(), [], DUE, id="armed"),
        pytest.param(make_alarm(armed_at=None), [], None, id="off"),
        pytest.param(make_alarm(), [make_ring()], DUE, id="ringing: its own due"),
        pytest.param(make_alarm(), [SNOOZED], DUE + 5 * MINUTE, id="snoozed: when it rings again"),
        pytest.param(make_timer(ends_at=DUE), [], DUE, id="running timer"),
        pytest.param(make_timer(left=MINUTE), [], None, id="paused timer"),
    ],
)
def test_due(item, rings, due):
    """The next ring of an item, a snoozed one included."""
    assert desk_with(item, *rings).book.due(item.id) == due


def test_what_rings_is_listed_by_its_due():
    """Two alarms that ring are both there, the earlier first."""
    desk = Desk()
    desk.book.load(
        [make_alarm(6, item_id="early"), make_alarm(7, item_id="late")],
        [make_ring(hour=7, item_id="late"), make_ring(hour=6, item_id="early")],
    )
    assert [item.id for item, _ in desk.book.ringing()] == ["early", "late"]


def test_what_was_missed_is_listed_until_acknowledged():
    """Acknowledged ones are done with."""
    book = desk_with(make_alarm(), MISSED).book
    assert [item.id for item, _ in book.missed()] == ["alarm"]
    book.apply(Change(rings=(RingChange(MISSED, replace(MISSED, acknowledged=True)),)))
    assert book.missed() == []


def test_rings_of_deleted_alarms_neither_sound_nor_count_as_missed():
    """What is gone is silent."""
    book = desk_with(make_alarm(), make_ring()).book
    book.apply(Change(items=(ItemChange(make_alarm(), None),)))
    assert book.ringing() == []


def test_only_the_newest_ended_rings_are_kept():
    """The store has them all; here they only tell what was rung."""
    rings = [make_ring(f"2026-11-{day}").ended(DUE, Ending.DISMISSED) for day in range(10, 10 + 9)]
    book = desk_with(make_alarm(rule=DAILY), *rings).book
    assert list(book.rings("alarm")) == rings[-ENDED_RINGS_KEPT:]


def test_open_and_missed_rings_are_always_kept():
    """However many rings came later, nothing that somebody waits for is dropped."""
    later = [make_ring(f"2026-12-{day}").ended(DUE, Ending.DISMISSED) for day in range(10, 20)]
    book = desk_with(make_alarm(rule=DAILY), MISSED, SNOOZED_ON_TUESDAY, *later).book
    assert MISSED in book.rings("alarm")
    assert book.open_ring("alarm") == SNOOZED_ON_TUESDAY


def test_a_commit_is_saved_before_anyone_is_told():
    """A listener that looks finds the change on disk and in the book."""
    desk = Desk()
    seen = []

    def look(change):
        seen.append((change in desk.journal.changes, "alarm" in desk.book))

    desk.book.listen(look)
    desk.book.commit(added(make_alarm()))
    assert seen == [(True, True)]


def test_what_is_not_saved_is_not_there():
    """With a full disk nothing changes, and nobody is told."""
    desk = Desk()
    seen = []
    desk.book.listen(seen.append)
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        desk.book.commit_undoable(added(make_alarm()))
    assert (len(desk.book), seen, desk.book.history.done) == (0, [], [])


def test_a_listener_that_raises_does_not_stop_the_others(caplog):
    """A broken list never keeps the keeper or the ringer from a change."""
    desk = Desk()
    seen = []

    def broken(change):
        raise RuntimeError("broken list")

    desk.book.listen(broken)
    desk.book.listen(seen.append)
    with caplog.at_level(logging.ERROR):
        desk.book.commit_undoable(added(make_alarm()))
    assert len(seen) == 1
    assert len(desk.book.history.done) == 1
    assert "broken list" in caplog.text


def test_listeners_are_told_in_their_order():
    """Who listens first is told first."""
    desk = Desk()
    order = []
    desk.book.listen(lambda _: order.append("keeper"))
    desk.book.listen(lambda _: order.append("list"))
    desk.book.commit(added(make_alarm()))
    assert order == ["keeper", "list"]


def test_a_goal_follows_the_zone():
    """The book asks the clock each time: who travels is rung by the time of the place."""
    desk = Desk(make_alarm(rule=DAILY))
    assert desk.book.due("alarm") == DUE
    desk.clock.set_zone(NEW_YORK)
    assert desk.book.goal("alarm").aim is Aim.RING
    assert desk.book.due("alarm") == local("2026-11-23 07:00", NEW_YORK)


def test_what_waits_is_listed_by_its_due():
    """A snoozed ring does, one that sounds or is over does not."""
    desk = desk_with(make_alarm(), SNOOZED)
    assert [ring for _, ring in desk.book.waiting()] == [SNOOZED]
    desk.book.apply(Change(rings=(RingChange(SNOOZED, SNOOZED.again(DUE)),)))
    assert desk.book.waiting() == []
    assert len(desk.book.ringing()) == 1


def test_what_was_noted_is_missed_no_more():
    """The notice ends with the last of them."""
    desk = desk_with(make_alarm(), MISSED)
    assert [ring for _, ring in desk.book.missed()] == [MISSED]
    desk.book.apply(Change(rings=(RingChange(MISSED, MISSED.noted()),)))
    assert desk.book.missed() == []


def test_nothing_rings_of_an_alarm_that_is_gone():
    """Its rings stay in the store, and nobody hears them."""
    alarm = make_alarm()
    desk = desk_with(alarm, SNOOZED)
    desk.book.apply(Change(items=(ItemChange(alarm, None),)))
    assert desk.book.waiting() == []


def test_what_has_ended_costs_nothing_to_ask():
    """However much has rung, whether something rings is asked at every change."""
    alarms = [make_alarm(item_id=f"a{n}") for n in range(5000)]
    rings = [replace(DISMISSED, item_id=alarm.id) for alarm in alarms]
    book = Desk(*alarms).book
    book.load(alarms, [*rings, SNOOZED_ON_TUESDAY])
    begun = process_time()
    for _ in range(1000):
        assert book.ringing() == book.missed() == []
    # To go through all rings takes a thousand times as long.
    assert process_time() - begun < 0.2


def test_changes_that_come_together_are_told_as_one():
    """Each is in the book at once; who listens hears of all at the end."""
    desk = Desk()
    heard = []
    desk.book.listen(heard.append)
    with desk.book.together():
        desk.editing.add(make_alarm(item_id="a"))
        with desk.book.together():
            desk.editing.add(make_alarm(item_id="b"))
        assert heard == []
        assert len(desk.book) == 2
    assert [change.item_ids for change in heard] == [{"a", "b"}]
    desk.editing.add(make_alarm(item_id="c"))
    assert len(heard) == 2


def test_what_is_told_later_counts_by_the_zone_of_its_moment():
    """Telling may wait over several turns of the loop, in which somebody may travel."""
    desk = Desk()
    desk.editing.add(make_alarm())
    before = desk.book.goal("alarm").at
    with desk.book.told_together():
        desk.clock.set_zone(NEW_YORK)
        assert desk.book.goal("alarm").at == before + timedelta(hours=6)


def test_changes_before_an_error_are_told_as_well():
    """They are in the book, so the window has to show them."""
    desk = Desk()
    heard = []
    desk.book.listen(heard.append)

    def add_and_fail():
        with desk.book.together():
            desk.editing.add(make_alarm())
            raise LookupError

    with pytest.raises(LookupError):
        add_and_fail()
    assert len(heard) == 1


def test_the_past_of_what_was_deleted_is_forgotten_with_the_store():
    """What ended later stays, and so does the past of what is still there."""
    desk = ringing(make_alarm(rule=Weekdays(EVERY_DAY)))
    desk.answering.dismiss("alarm")
    ended = desk.book.rings("alarm")[0].ended_at
    desk.book.forget_past(ended + MINUTE)
    assert len(desk.book.rings("alarm")) == 1
    desk.book.commit(Change((ItemChange(desk.book.item("alarm"), None),)))
    desk.book.forget_past(ended)
    assert len(desk.book.rings("alarm")) == 1
    desk.book.forget_past(ended + MINUTE)
    assert list(desk.book.rings("alarm")) == []
