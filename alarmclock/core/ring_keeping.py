"""Writes down what becomes of rings, and makes it count even when it can't be written down."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change, Item, ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.events import Event, Failed
from alarmclock.core.ringing import By, Ending, Ring


class RingKeeping:
    """Claims rings and keeps their new states; a full disk is told and silences nothing."""

    def __init__(self, book: AlarmBook, record: Callable[[Event], None]) -> None:
        self._book = book
        self._record = record
        self._unsaved: set[str] = set()

    def claim(self, change: Change) -> bool:
        """Claim an occurrence before any sound, and tell whether it is ours to ring."""
        ring = change.rings[0].after
        try:
            self._book.commit(change)
        except AlreadyClaimed:
            claimed = ring.ended(self._book.clock.now(), Ending.CANCELLED, by=By.CHANGE)
            self._book.apply(Change(rings=(RingChange(None, claimed),)))
            # What was claimed long ago and forgotten since takes no place of a newer ring.
            older = tuple(one for one in change.rings[1:] if one.after.due < ring.due)
            self._commit_anyway(replace(change, rings=older), ring.item_id)
            return False
        except NotSaved as error:
            # A ring that can't be written down is rung all the same.
            self._apply_unsaved(change, ring.item_id, error)
        return True

    def keep(self, item: Item, before: Ring, after: Ring) -> None:
        """Save a ring's new state, and what a full disk refused at its claim."""
        items = (ItemChange(item, item),) if item.id in self._unsaved else ()
        self._commit_anyway(Change(items, (RingChange(before, after),)), item.id)

    def save_again(self) -> None:
        """Save what a full disk refused, however it stands now. Raises NotSaved."""
        if self._unsaved:
            self._book.save_again(self._unsaved)
            self._unsaved.clear()

    def _commit_anyway(self, change: Change, item_id: str) -> None:
        """Commit a change that counts even when it can't be written down."""
        try:
            self._book.commit(change)
        except NotSaved as error:
            self._apply_unsaved(change, item_id, error)
        else:
            with suppress(NotSaved):
                self.save_again()

    def _apply_unsaved(self, change: Change, item_id: str, error: NotSaved) -> None:
        self._unsaved |= change.item_ids
        self._book.apply(change)
        item = self._book.find(item_id)
        label = item.label if item else ""
        now = self._book.clock.now()
        self._record(Failed(at=now, item_id=item_id, label=label, reason=str(error)))
