"""Lets the sound follow the book: what rings is heard, and nothing else."""

from alarmclock.core.book import AlarmBook
from alarmclock.core.player import PREVIEW, TRIAL, Player

# Voices that a person asked to hear.
NOT_RINGS = {PREVIEW, TRIAL}


class Ringer:
    """Compares what rings with what sounds after each change, so that no way leaves them apart.

    A ring that was stopped, snoozed, edited, deleted or timed out is no longer in the book, and
    its sound ends; each ring has a voice of its own.
    """

    def __init__(self, book: AlarmBook, player: Player) -> None:
        self._book = book
        self._player = player

    def start(self) -> None:
        """Play what rings already, and follow the book from now on."""
        self._book.listen(lambda _change: self.follow())
        self.follow()

    def follow(self) -> None:
        """Let sound what rings, and nothing else."""
        ringing = self._book.ringing()
        wanted = {item.id for item, _ in ringing}
        sounding = set(self._player.sounding) - NOT_RINGS
        for item_id in sounding - wanted:
            self._player.stop(item_id)
        for item, _ring in ringing:
            if item.id not in sounding:
                choices = item.ring
                self._player.play(item.id, choices.sound, choices.volume, choices.rise)
