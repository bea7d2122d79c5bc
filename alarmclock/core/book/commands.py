"""All that a person can ask for, in one place."""

from collections.abc import Callable

from alarmclock.core.activity.events import Event
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.catching_up import CatchingUp
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.skipping import Skipping


class Commands:
    """The commands by what they are about; each works on the same book."""

    def __init__(
        self, book: AlarmBook, answering: Answering, record: Callable[[Event], None]
    ) -> None:
        self.editing = Editing(book)
        self.answering = answering
        self.skipping = Skipping(book)
        self.catching_up = CatchingUp(book, answering, record)
