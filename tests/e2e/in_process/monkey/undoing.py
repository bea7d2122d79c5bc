"""Undo gives back what was there, step by step, and redo what came after."""

from dataclasses import replace

from alarmclock.core.goal import pending
from alarmclock.core.timer import Timer
from tests.e2e.in_process.monkey import deeds

UNDOABLE = [
    deeds.say,
    deeds.say,
    deeds.use_editor,
    deeds.use_list,
    deeds.use_list,
    deeds.use_menu,
    deeds.delete_one,
    deeds.pause_all,
    deeds.export_or_import,
]
MOST_STEPS = 6


def go_back_and_forth(cage, chance):
    """Do some steps in one moment, take all of them back, and do them again."""
    history, book, desk = cage.book.history, cage.book, cage.program.shell.desk
    states, told = [_state(book)], []
    for _ in range(chance.randrange(1, MOST_STEPS)):
        newest = history.done[-1] if history.done else None
        told.append(chance.choice(UNDOABLE)(cage, chance))
        cage.settle()
        is_undoable = not history.undone and history.done and history.done[-1] is not newest
        if is_undoable:
            states.append(_state(book))
        elif _state(book) != states[-1]:
            return f"{told}, the last of which can't be undone"
    deeds.close_popups()
    for wanted in reversed(states[:-1]):
        desk.undo()
        cage.settle()
        assert _state(book) == wanted, f"undo after {told}: {_differences(wanted, _state(book))}"
    for wanted in states[1:]:
        desk.redo()
        cage.settle()
        assert _state(book) == wanted, f"redo after {told}: {_differences(wanted, _state(book))}"
    return f"back and forth: {told}"


def _state(book):
    rings = {item.id: book.open_ring(item.id) for item in book if book.open_ring(item.id)}
    return {item.id: _as_it_comes_back(item, book) for item in book}, rings


def _as_it_comes_back(item, book):
    """Give an alarm whose last date went by while it was paused as off: so it comes back."""
    if isinstance(item, Timer) or item.armed_at is None:
        return item
    now, zone = book.clock.now(), book.clock.zone()
    unhindered = replace(item, armed_at=now, skipped=frozenset(), pause=None)
    is_over = pending(unhindered, book.rings(item.id), now, zone) is None
    return replace(item, armed_at=None) if is_over else item


def _differences(wanted, found):
    """Say what is not as it was."""
    return [
        (wanted_part.get(key), found_part.get(key))
        for wanted_part, found_part in zip(wanted, found, strict=True)
        for key in wanted_part.keys() | found_part.keys()
        if wanted_part.get(key) != found_part.get(key)
    ]
