"""Writes down what becomes of rings, and makes it count even when it can't be written down."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress

from alarmclock.core.activity.events import Event, Failed
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, Item, ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.ringing import By, Ending, Ring
from alarmclock.values import replace


class RingKeeping:
    """Claims rings and keeps their new states; a full disk is told and silences nothing."""

    def __init__(
        self,
        book: AlarmBook,
        record: Callable[[Event], None],
        gather: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._book = book
        self._record = record
        self._gather = gather
        self._unsaved: set[str] = set()
        self._touched: set[str] = set()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Save in one go what is claimed and kept within; what can't be saved counts as well."""
        self._touched = set()
        try:
            with self._gather():
                yield
        except NotSaved as error:
            self._unsaved |= self._touched
            now = self._book.clock.now()
            self._record(Failed(at=now, item_id="", label="", reason=str(error)))

    def claim(self, change: Change) -> bool:
        """Claim an occurrence before any sound, and tell whether it is ours to ring."""
        ring = change.rings[0].after
        try:
            self._book.commit(change)
        except AlreadyClaimed:
            with self._book.together():
                self._leave_to_others(change, ring)
            return False
        except NotSaved as error:
            # A ring that can't be written down is rung all the same.
            self._apply_unsaved(change, ring.item_id, error)
        self._touched |= change.item_ids
        return True

    def keep(self, item: Item, before: Ring, after: Ring) -> None:
        """Save a ring's new state, and what a full disk refused at its claim."""
        items = (ItemChange(item, item),) if item.id in self._unsaved else ()
        self._commit_anyway(Change(items, (RingChange(before, after),)), item.id)

    def save_again(self) -> None:
        """Save what a full disk refused, however it stands now. Raises NotSaved."""
        if self._unsaved:
            self._book.save_again(self._unsaved)
            self._touched |= self._unsaved
            self._unsaved.clear()

    def _leave_to_others(self, change: Change, ring: Ring) -> None:
        """Take note that an occurrence was claimed by somebody else."""
        claimed = ring.ended(self._book.clock.now(), Ending.CANCELLED, by=By.CHANGE)
        self._book.apply(Change(rings=(RingChange(None, claimed),)))
        # What was claimed long ago and forgotten since takes no place of a newer ring.
        older = tuple(one for one in change.rings[1:] if one.after.due < ring.due)
        self._commit_anyway(replace(change, rings=older), ring.item_id)

    def _commit_anyway(self, change: Change, item_id: str) -> None:
        """Commit a change that counts even when it can't be written down."""
        try:
            self._book.commit(change)
        except NotSaved as error:
            self._apply_unsaved(change, item_id, error)
        else:
            self._touched |= change.item_ids
            with suppress(NotSaved):
                self.save_again()

    def _apply_unsaved(self, change: Change, item_id: str, error: NotSaved) -> None:
        self._unsaved |= change.item_ids
        self._book.apply(change)
        item = self._book.find(item_id)
        label = item.label if item else ""
        now = self._book.clock.now()
        self._record(Failed(at=now, item_id=item_id, label=label, reason=str(error)))
