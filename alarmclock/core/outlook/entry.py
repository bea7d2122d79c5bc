"""One planned or past ring, as the calendar shows it."""

from datetime import date, datetime
from enum import Enum, auto
from operator import attrgetter

from alarmclock.values import dataclass

# More than this in one span can't be read by anybody, and would hold up the window.
MOST_ENTRIES = 2000


class Fate(Enum):
    """How an entry looks: it will ring, it will not, it rang, or it was missed."""

    RINGS = auto()
    SPECIAL = auto()
    SILENT = auto()
    RANG = auto()
    MISSED = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One planned or past ring: its alarm, its instant, and its reason in words.

    ``day`` is the occurrence's local date in the alarm's zone; with it a skip can be taken back.
    ``can_skip`` and ``can_take_back`` tell what a person may ask for.
    """

    due: datetime
    item_id: str
    name: str
    reason: str
    fate: Fate
    day: date
    can_skip: bool = False
    can_take_back: bool = False


by_due = attrgetter("due")
