"""What must be true of the program at every moment in which it is at rest."""

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import State
from alarmclock.core.goal import Aim
from alarmclock.core.player import PREVIEW, TRIAL
from alarmclock.desktop.ringer import MOST_VOICES
from alarmclock.ui.alarms.model import Role
from alarmclock.ui.ring.view import MOST_APART

# Two windows and what a person can have opened over them at once.
MOST_WINDOWS = 8


def check(cage):
    """Insist on all of it."""
    for insist in (
        disk_agrees,
        daemons_agree,
        list_agrees,
        timers_agree,
        rings_agree,
        notices_agree,
        nothing_is_left,
    ):
        insist(cage)


def disk_agrees(cage):
    """What is shown is on disk, in the same order."""
    assert cage.items_on_disk() == list(cage.book)
    rings = {ring.key: ring for ring in cage.rings_on_disk() if ring.is_open}
    assert rings == {
        ring.key: ring
        for item_id in cage.book._rings
        for ring in cage.book.rings(item_id)
        if ring.is_open
    }
    kept = [ring for ring in cage.rings_on_disk() if ring.item_id in cage.book]
    assert _missed(kept) == _missed(ring for _, ring in cage.book.missed())


def daemons_agree(cage):
    """Whatever waits for something has one daemon, which waits for just that."""
    book, keeper = cage.book, cage.program.keeper
    goals = {item.id: goal for item in book if (goal := book.goal(item.id)) is not None}
    assert keeper.ids == goals.keys()
    assert cage.daemon_tasks() == sorted(goals)
    late = {item_id: goal for item_id, goal in goals.items() if goal.at <= cage.clock.now()}
    if book.plausibility.doubt is None:
        assert not late, late
    for item_id, kept in keeper._kept.items():
        assert kept.daemon._due == _due_of(book, goals[item_id])


def list_agrees(cage):
    """The list shows each alarm as it stands, in the order of what rings next.

    While something is looked for, it shows some of them.
    """
    book, model = cage.book, cage.program.shell.alarms.model
    rows = [model.index(place).data(Role.ROW) for place in range(model.rowCount())]
    shown, every = {row.alarm.id for row in rows}, {alarm.id for alarm in book.alarms()}
    assert shown <= every if model.is_narrowed else shown == every
    assert (len(rows), model.total) == (len(shown), len(every))
    for row in rows:
        assert row.alarm == book.item(row.alarm.id)
        if row.state is not State.PAUSED:  # a pause that ends is shown at midnight
            assert row.due == book.due(row.alarm.id)
            assert row.state is book.state(row.alarm.id)
        assert row.is_on == book.is_on(row.alarm.id)
    dues = [row.due for row in rows if row.due is not None]
    assert dues == sorted(dues)
    assert all(row.due is None for row in rows[len(dues) :])


def timers_agree(cage):
    """The page of timers shows each of them."""
    page = cage.program.shell.pages._timers
    if page is not None:
        shown = sorted(card.row.timer.id for card in page._cards.cards)
        assert shown == sorted(timer.id for timer in cage.book.timers())
        assert all(
            card.row.timer == cage.book.item(card.row.timer.id) for card in page._cards.cards
        )


def rings_agree(cage):
    """What rings is heard and seen, and nothing else is."""
    book, shell = cage.book, cage.program.shell
    ringing = {item.id for item, _ in book.ringing()}
    asking = {item.id for item, _ in book.asking()}
    heard = cage.player.sounding.keys() - {PREVIEW, TRIAL}
    told = f"heard {_rings_of(book, heard)}, ringing {_rings_of(book, ringing)}"
    assert heard <= ringing, told
    assert len(heard) == min(len(ringing), MOST_VOICES), told
    window = shell.ring_window
    shown = {panel.item_id for panel in window._panels} if window else set()
    assert shown - {TRIAL} - {_tried(shell)} <= ringing | asking
    assert len(shown & ringing) == min(len(ringing), MOST_APART)
    assert len(shown & asking) == min(len(asking), MOST_APART)
    assert (window is not None and window.isVisible()) == bool(shown)


def notices_agree(cage):
    """What was missed, what is paused and what comes next are said as they are."""
    alarms, book = cage.program.shell.alarms, cage.book
    assert alarms.missed_notice.isHidden() == (not book.missed())
    dues = [due for item in book if (due := book.due(item.id)) is not None]
    if dues and book.plausibility.doubt is None:
        assert alarms._next is not None
        assert alarms._next[0] == min(dues)
    else:
        assert (alarms._next is None) == (not dues)


def nothing_is_left(cage):
    """No task goes on that nobody asked for, and no window is left behind."""
    assert not cage.other_tasks()
    assert cage.checks_before() <= 1
    windows = QApplication.topLevelWidgets()
    seen = [one for one in windows if one.isVisible()]
    assert len(seen) <= MOST_WINDOWS, seen
    loose = [one for one in seen if isinstance(one, QLabel) and not one.inherits("QTipLabel")]
    assert not loose, [(one.text(), one.objectName()) for one in loose]


def read_everything(cage):
    """Read every line that can be seen, as a screen reader does."""
    for view in cage.window.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None:
            model = view.model()
            for place in range(min(model.rowCount(), 40)):
                model.index(place, 0).data()


def _rings_of(book, item_ids):
    return [(book.find(item_id), book.rings(item_id)) for item_id in item_ids]


def items_of(cage):
    """Give the alarms and timers by their ids."""
    return {item.id: item for item in cage.book}


def lasting(items):
    """Give of each item what passing time does not change."""
    return {
        item_id: (item.label, item.ring, item.time, item.rule, item.limits)
        if isinstance(item, Alarm)
        else (item.label, item.ring)
        for item_id, item in items.items()
    }


def _due_of(book, goal):
    """Give what a daemon waits for; one whose ring sounds was due when that began."""
    return book.open_ring(goal.item_id).due if goal.aim is Aim.TIME_OUT else goal.at


def _missed(rings):
    return sorted((str(ring.key), ring.due) for ring in rings if ring.is_unacknowledged)


def _tried(shell):
    return shell.ring_desk._trial[0].id if shell.ring_desk._trial else None
