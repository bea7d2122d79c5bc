"""What a person does to alarms and timers, apart from answering a ring."""

from datetime import datetime, timedelta

from alarmclock.core.alarm import Alarm, new_id
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.undoing import backward, cancelled_rings, forward
from alarmclock.core.change import Change, Item, ItemChange
from alarmclock.core.errors import Invalid
from alarmclock.core.fitting_skips import with_fitting_skips
from alarmclock.core.goal import pending
from alarmclock.core.schedule import knows_zone
from alarmclock.core.timer import Timer
from alarmclock.core.words.no_ring import refuse_without_ring
from alarmclock.values import replace

ONE_MINUTE = timedelta(minutes=1)


class Editing:
    """The commands of the window's lists and editor. Each raises NotSaved, and can be undone."""

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._clock = book.clock

    # Alarms

    def add(self, item: Item) -> None:
        """Put a new alarm or timer in the book. Raises Invalid when it could never ring."""
        self._refuse_without_ring(item)
        self._commit(f"Added {_name(item)}", ItemChange(None, item))

    def replace(self, item: Item) -> None:
        """Put an edited alarm or timer in the place of the old one, and end its ring.

        What is skipped stays as far as the new schedule has a ring then.
        Raises Invalid when it could never ring, NoSuchItem when it is gone.
        """
        before = self._book.item(item.id)
        if isinstance(item, Alarm) and isinstance(before, Alarm):
            item = self._reanchored(before, item)
            item = with_fitting_skips(item, self._clock.now(), self._clock.zone())
        self._refuse_without_ring(item)
        self._commit(f"Changed {_name(item)}", ItemChange(before, item))

    def remove(self, item_id: str) -> None:
        """Delete an alarm, or cancel a timer. Raises NoSuchItem."""
        item = self._book.item(item_id)
        self._commit(f"Deleted {_name(item)}", ItemChange(item, None))

    def duplicate(self, item_id: str) -> str:
        """Add a second one like it and give its id. Raises NoSuchItem."""
        twin = replace(self._book.item(item_id), id=new_id())
        if isinstance(twin, Alarm) and twin.armed_at is not None:
            twin = replace(twin, armed_at=self._clock.now())
        self._commit(f"Duplicated {_name(twin)}", ItemChange(None, twin))
        return twin.id

    def switch(self, item_id: str, *, on: bool) -> None:
        """Turn an alarm on or off. Raises Invalid when its date is over, NoSuchItem."""
        before = self._book.item(item_id)
        assert isinstance(before, Alarm)
        if self._book.is_on(item_id) == on:
            return
        after = replace(before, armed_at=self._clock.now() if on else None)
        self._refuse_without_ring(after)
        title = f"Turned {_name(after)} {'on' if on else 'off'}"
        self._commit(title, ItemChange(before, after))

    # Timers

    def start(self, timer: Timer) -> None:
        """Put a new timer in the book, running."""
        self.add(timer.started(self._clock.now()))

    def pause(self, item_id: str) -> None:
        """Let a running timer stand still; one whose end has come rings all the same."""
        timer = self._timer(item_id)
        if timer.ends_at is None or timer.ends_at <= self._clock.now():
            return
        self._change_timer("Paused", timer, timer.paused(self._clock.now()))

    def resume(self, item_id: str) -> None:
        """Let a paused timer run on."""
        timer = self._timer(item_id)
        if timer.left is None:
            return
        self._change_timer("Resumed", timer, timer.resumed(self._clock.now()))

    def extend(self, item_id: str, by: timedelta = ONE_MINUTE) -> None:
        """Give a timer more time; one that has ended runs anew for just that."""
        timer = self._timer(item_id)
        if timer.ends_at is None and timer.left is None:
            longer = replace(timer, length=by).started(self._clock.now())
        else:
            longer = timer.extended(by)
        self._change_timer("Extended", timer, longer)

    def restart(self, item_id: str) -> None:
        """Run a timer from its beginning."""
        timer = self._timer(item_id)
        self._change_timer("Restarted", timer, timer.started(self._clock.now()))

    # Undo

    def undo(self) -> str | None:
        """Take back the newest step and give its title, None when there is none."""
        history = self._book.history
        if not history.done:
            return None
        step = history.done[-1]
        self._book.commit(backward(step, self._book))
        history.undone.append(history.done.pop())
        return step.title

    def redo(self) -> str | None:
        """Do again what was taken back last and give its title, None when there is nothing."""
        history = self._book.history
        if not history.undone:
            return None
        step = history.undone[-1]
        self._book.commit(forward(step, self._book))
        history.done.append(history.undone.pop())
        return step.title

    # Shared

    def _commit(self, title: str, change: ItemChange) -> None:
        rings = cancelled_rings({change.item_id}, self._book)
        self._book.commit_undoable(Change(items=(change,), rings=rings, title=title))

    def _change_timer(self, verb: str, before: Timer, after: Timer) -> None:
        self._commit(f"{verb} {_name(after)}", ItemChange(before, after))

    def _timer(self, item_id: str) -> Timer:
        timer = self._book.item(item_id)
        assert isinstance(timer, Timer)
        return timer

    def _reanchored(self, before: Alarm, after: Alarm) -> Alarm:
        """Count the occurrences of a new schedule from now, those of an unchanged one on."""
        if after.armed_at is None:
            return after
        if before.armed_at is not None and before.same_schedule(after):
            return replace(after, armed_at=before.armed_at)
        return replace(after, armed_at=self._clock.now())

    def _refuse_without_ring(self, item: Item) -> None:
        if not isinstance(item, Alarm):
            return
        if item.zone is not None and not knows_zone(item.zone):
            raise Invalid("zone", f"This computer knows no time zone named {item.zone}.")
        rings, now, zone = self._book.rings(item.id), self._clock.now(), self._clock.zone()
        refuse_without_ring(item, rings, now, zone)


def first_ring(alarm: Alarm, now: datetime, book: AlarmBook) -> datetime | None:
    """Give when an alarm that is still being edited would ring if it were saved now."""
    found = pending(replace(alarm, armed_at=now), book.rings(alarm.id), now, book.clock.zone())
    return found.due if found else None


def _name(item: Item) -> str:
    if item.label:
        return f"“{item.label}”"
    return "the timer" if isinstance(item, Timer) else f"the alarm at {item.time:%H:%M}"
