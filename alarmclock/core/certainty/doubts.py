"""The rings that are near and in doubt, and how people are warned of them."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from alarmclock.core.activity.events import Doubtful, Event
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.verdict import Mend, Reason, Verdict
from alarmclock.core.certainty.verdict_words import headline
from alarmclock.core.goal import Goal
from alarmclock.core.surroundings.notifier import Notice, Press
from alarmclock.core.words.wording import activity_name, at_words, item_name
from alarmclock.values import dataclass

# More at once than this share one notification and one line: they are in doubt for one reason.
MOST_APART = 4
NAMES_TOLD = 3

Reasons = tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A ring that is near, and what speaks against it, the worst first."""

    goal: Goal
    name: str
    reasons: Reasons

    @property
    def mend(self) -> Mend | None:
        """The one thing to press."""
        return self.reasons[0].mend

    @property
    def sentences(self) -> list[str]:
        """Everything that speaks against it."""
        return [reason.sentence for reason in self.reasons]

    def title(self, now: datetime, zone: tzinfo) -> str:
        """Say which ring is in doubt, and how badly, in the words of the card."""
        said = headline(Verdict(self.reasons))
        return f"{self.name} {at_words(self.goal.at, now, zone)} {said[0].lower()}{said[1:]}"


class Doubts:
    """Keeps them while they are still to come; `remind` and `forget` show a line in the window.

    `show` lets the notifications follow. Where `has_server` says that nobody shows those, the
    window reminds of them.
    """

    def __init__(
        self,
        book: AlarmBook,
        record: Callable[[Event], None],
        has_server: Callable[[], bool],
        remind: Callable[[str], None],
        forget: Callable[[str], None],
    ) -> None:
        self._book = book
        self._record = record
        self._has_server = has_server
        self._remind = remind
        self._forget = forget
        self._kept: dict[str, Doubt] = {}
        self._reminders: set[str] = set()
        self.show: Callable[[], None] = lambda: None

    def warn(self, goal: Goal, reasons: Reasons) -> None:
        """Warn of a ring, in the place of what was said of it before."""
        item = self._book.find(goal.item_id)
        if item is None or not reasons:
            return
        doubt = self._kept[item.id] = Doubt(goal, item_name(item), reasons)
        self._record(
            Doubtful(
                at=self._book.clock.now(),
                item_id=item.id,
                label=activity_name(item),
                due=goal.at,
                reason=" ".join(doubt.sentences),
            )
        )
        self._tell()

    def unwarn(self, item_id: str) -> None:
        """Take a warning back: it was mended, or its ring is not to come any more."""
        if self._kept.pop(item_id, None) is not None:
            self._tell()

    def current(self) -> list[Doubt]:
        """List those whose rings are still to come as they were."""
        self._kept = {
            item_id: doubt for item_id, doubt in self._kept.items() if self._is_to_come(doubt.goal)
        }
        return list(self._kept.values())

    def mend_of(self, item_id: str) -> Mend | None:
        """Give what mends the ring of an item."""
        doubt = self._kept.get(item_id)
        return doubt.mend if doubt else None

    def _is_to_come(self, goal: Goal) -> bool:
        ring = self._book.open_ring(goal.item_id)
        is_ringing = ring is not None and ring.is_ringing
        is_there = self._book.find(goal.item_id) is not None
        return is_there and not is_ringing and self._book.due(goal.item_id) == goal.at

    def _tell(self) -> None:
        self.show()
        wanted = set() if self._has_server() else set(self._sentences())
        for sentence in sorted(self._reminders - wanted):
            self._forget(sentence)
        for sentence in sorted(wanted - self._reminders):
            self._remind(sentence)
        self._reminders = wanted

    def _sentences(self) -> list[str]:
        doubts, clock = self.current(), self._book.clock
        if len(doubts) > MOST_APART:
            return [f"{_many_title(doubts)} {_many_body(doubts)}"]
        now, zone = clock.now(), clock.zone()
        return [f"{doubt.title(now, zone)}. {' '.join(doubt.sentences)}" for doubt in doubts]


def notice_of(doubt: Doubt, now: datetime, zone: tzinfo) -> Notice:
    """Warn of one ring, with the one thing to press that mends it."""
    body = "\n".join(doubt.sentences)
    return Notice(doubt.title(now, zone), body, _presses(doubt.mend), is_urgent=True)


def notice_of_many(doubts: Sequence[Doubt]) -> Notice:
    """Warn of many rings at once; what mends the first may mend them all."""
    title = _many_title(doubts).rstrip(".")
    return Notice(title, _many_body(doubts), _presses(doubts[0].mend), is_urgent=True)


def _many_title(doubts: Sequence[Doubt]) -> str:
    said = headline(Verdict(doubts[0].reasons))
    return f"{len(doubts):,} alarms: {said[0].lower()}{said[1:]}."


def _many_body(doubts: Sequence[Doubt]) -> str:
    names = ", ".join(doubt.name for doubt in doubts[:NAMES_TOLD])
    return f"{names} and {len(doubts) - NAMES_TOLD:,} more. {doubts[0].sentences[0]}"


def _presses(mend: Mend | None) -> tuple[tuple[Press, str], ...]:
    show = (Press.OPEN, "Show")
    return (show,) if mend is None else ((Press.MEND, mend.value), show)
