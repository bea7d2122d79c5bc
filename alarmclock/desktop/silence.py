"""Notices that a ring can't be heard, and says so once a ring."""

from collections.abc import Callable
from typing import Protocol

from alarmclock.core.book import AlarmBook
from alarmclock.core.events import Event, Failed
from alarmclock.core.player import Player


class NoteHeard(Protocol):
    """Takes note of whether the ring of an alarm can be heard."""

    def __call__(self, item_id: str, *, heard: bool) -> None:
        """Note it for the ring of this moment."""


class SilenceWatch:
    """Compares what should be heard with what the player says of itself."""

    def __init__(
        self,
        book: AlarmBook,
        player: Player,
        record: Callable[[Event], None],
        show: Callable[[str], None],
        note_heard: NoteHeard,
    ) -> None:
        self._book = book
        self._player = player
        self._record = record
        self._show = show
        self._note_heard = note_heard
        self._told: set[object] = set()

    def look(self) -> None:
        """Show the problem of this moment, and put it into the activity when it is new."""
        ringing = self._book.ringing()
        status = self._player.status
        problem = status.sentence if status.is_silent else ""
        notes = {
            item.id: sounding.note
            for item, _ in ringing
            if (sounding := self._player.sounding.get(item.id))
        }
        for item, _ in ringing:
            self._note_heard(item.id, heard=not problem)
        for item, ring in ringing:
            reason = problem or notes.get(item.id, "")
            if not reason or (ring.key, ring.rang_at, reason) in self._told:
                continue
            self._told.add((ring.key, ring.rang_at, reason))
            now = self._book.clock.now()
            self._record(Failed(at=now, item_id=item.id, label=item.label, reason=reason))
        self._show(problem or next(filter(None, notes.values()), ""))
