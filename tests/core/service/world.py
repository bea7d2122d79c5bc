"""A book in memory with the service on it, as the running program has them."""

from alarmclock.core.book.commands import Commands
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.deeds import Deeds
from alarmclock.core.phrase import read
from alarmclock.core.phrase.orders import order_of_locale
from alarmclock.core.service.outcome import outcome
from alarmclock.core.service.service import Service
from alarmclock.core.settings import Settings
from tests.core.builders import USUAL, Desk


class World:
    """Speaks to the service by commands, on a desk in memory."""

    def __init__(self, *items, **choices):
        self.desk = Desk(*items, **choices)
        self.book = self.desk.book
        self.commands = Commands(self.book, self.desk.answering, self.desk.events.append)
        self.deeds = Deeds(self.book, self.commands)
        self.readiness = Readiness(Settings())
        self.new_alarm = USUAL
        self.daemons = 0
        self.told = []
        self.service = Service(self)

    def do(self, command, **arguments):
        """Carry out a command, and give its reply. Raises AlarmClockError."""
        return self.service.do(command, arguments)

    def outcome(self, command, **arguments):
        """Carry out a command as a channel does."""
        return outcome(lambda: self.do(command, **arguments))

    # What the service asks for

    def read(self, words, now, zone, base, locale=None):
        """Understand a phrase, with dates as in a locale."""
        order = order_of_locale(locale or "")
        return read(words, now, zone, base, order=order, sounds=("daybreak", "bells"))

    def events(self, most, before, query):
        """Give the newest events, newest first."""
        numbered = list(enumerate(self.desk.events, 1))[::-1]
        found = [
            (number, event)
            for number, event in numbered
            if query.matches(event) and (before is None or number < before)
        ]
        return found[:most]

    def tell(self, sentence, *, undoable=True):
        """Take note of what the window says."""
        self.told.append((sentence, undoable))
