"""Lets the sound follow the book: what rings is heard, and nothing else."""

from collections.abc import Container, Iterable

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.player import PREVIEW, TRIAL, Player

# Voices that a person asked to hear.
NOT_RINGS = {PREVIEW, TRIAL}
# More than these nobody can tell apart, and a thousand would be too much for any processor.
MOST_VOICES = 8


class Ringer:
    """Compares what rings with what sounds after each change, so that no way leaves them apart.

    A ring that was stopped, snoozed, edited, deleted or timed out is no longer in the book, and
    its sound ends. Each ring has a voice of its own, but of very many only the loudest: who stops
    one of them hears another in its place.
    """

    def __init__(self, book: AlarmBook, player: Player) -> None:
        self._book = book
        self._player = player

    def start(self) -> None:
        """Play what rings already, and follow the book from now on."""
        self._book.listen_first(lambda _change: self.follow())
        self.follow()

    def follow(self) -> None:
        """Let sound what rings, and nothing else."""
        sounding = set(self._player.sounding) - NOT_RINGS
        wanted = _loudest((item for item, _ in self._book.ringing()), sounding)
        for item_id in sounding - {item.id for item in wanted}:
            self._player.stop(item_id)
        for item in wanted:
            if item.id not in sounding:
                choices = item.ring
                self._player.play(item.id, choices.sound, choices.volume, choices.rise)


def _loudest(ringing: Iterable[Item], sounding: Container[str]) -> list[Item]:
    """Give as many as may sound; of those that are alike whoever sounds already goes on."""
    ranked = sorted(ringing, key=lambda item: (-item.ring.volume, item.id not in sounding))
    return ranked[:MOST_VOICES]
