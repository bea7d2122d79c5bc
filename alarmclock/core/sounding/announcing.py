"""What notifications say: a ring, one that comes soon, one in doubt, one that was missed.

Each has a name, so that a newer one takes its place. What is pressed on one is carried out here.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.doubts import (
    MOST_APART,
    NAMES_TOLD,
    Doubts,
    notice_of,
    notice_of_many,
)
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.change import Item
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.goal import Aim, Goal
from alarmclock.core.ring_settings import Task
from alarmclock.core.ringing import Ring, snoozes_left
from alarmclock.core.surroundings.notifier import Notice, Notifier, Press
from alarmclock.core.words.wording import at_words, instant_words, item_name, rough_length

# A notice that would come so much later than was chosen says nothing new: it was set just now.
JUST_SET = timedelta(seconds=30)

RING, AWAKE, SOON, DOUBT, MISSED, TRIAL = "ring", "awake", "soon", "doubt", "missed", "trial"
Name = str
Pair = tuple[Item, Ring]
OfOne = Callable[[Item, Ring], Notice]
# More rings or misses at once than this share one notification.
MOST_SHOWN = MOST_APART
ALL = "all"


class Answers(Protocol):
    """The commands that can be given by a notification; each shows people what goes wrong."""

    def stop(self, item_id: str) -> None:
        """Stop a ring."""

    def snooze(self, item_id: str, length: timedelta | None) -> None:
        """Snooze a ring, by the alarm's own length for None."""

    def answer_awake(self, item_id: str) -> None:
        """Say that one is still awake."""

    def leave_out(self, item_id: str) -> None:
        """Skip the next ring, or turn off what rings only once."""

    def stop_all(self) -> None:
        """Stop every ring."""

    def acknowledge(self, key: tuple[object, ...] | None) -> None:
        """Take note of a missed ring, or of all of them."""


class Announcer:
    """Keeps the notifications in line with the book."""

    def __init__(
        self,
        book: AlarmBook,
        notifier: Notifier,
        answers: Answers,
        show: Callable[[], None],
        mend: Callable[[Mend, str | None], None],
        doubts: Doubts,
    ) -> None:
        self._book = book
        self._notifier = notifier
        self._answers = answers
        self._show = show
        self._mend = mend
        self._shown: dict[Name, Notice] = {}
        self._said: dict[Name, tuple[object, Notice]] = {}
        self._doubts = doubts
        self._coming: dict[str, datetime] = {}

    def start(self) -> None:
        """Announce what rings or was missed already, and follow from now on."""
        self._notifier.on_press(self._carry_out)
        self._doubts.show = self.look
        self._book.listen(lambda _change: self.look())
        self.look()

    def look(self) -> None:
        """Show what this moment asks for, and take away the rest."""
        book = self._book
        wanted = self._each_or_all(RING, book.ringing(), self._of_ring, self._of_rings)
        wanted |= self._each_or_all(MISSED, book.missed(), self._of_missed, _of_many_missed)
        for item, ring in book.asking():
            wanted[_name(AWAKE, item.id)] = self._of_question(item, ring)
        wanted |= self._still_coming()
        wanted |= self._of_doubts()
        for name in self._shown.keys() - wanted.keys():
            self._notifier.withdraw(name)
        for name, notice in wanted.items():
            if self._shown.get(name) != notice:
                self._notifier.show(name, notice)
        self._shown = wanted
        self._said = {name: said for name, said in self._said.items() if name in wanted}

    def tell_soon(self, goal: Goal, lead: timedelta) -> None:
        """Say that an alarm rings before long, with a way to leave it out."""
        item = self._book.find(goal.item_id)
        left = goal.at - self._book.clock.now()
        if not isinstance(item, Alarm) or goal.aim is not Aim.RING or left < lead - JUST_SET:
            return
        when = at_words(goal.at, self._book.clock.now(), self._book.clock.zone())
        presses = ((Press.SKIP, "Skip this one"), (Press.OPEN, "Show"))
        notice = Notice(f"{item_name(item)} rings {when}", f"In {rough_length(left)}.", presses)
        self._keep(_name(SOON, item.id), notice, goal)

    # What they say

    def _each_or_all(
        self,
        kind: str,
        found: Sequence[Pair],
        of_one: OfOne,
        of_all: Callable[[Sequence[Pair]], Notice],
    ) -> dict[Name, Notice]:
        """Give a notice to each, or one to all where so many would cover the screen."""
        if len(found) > MOST_SHOWN:
            return {_name(kind, ALL): of_all(found)}
        return {_name(kind, item.id): self._say(kind, item, ring, of_one) for item, ring in found}

    def _say(self, kind: str, item: Item, ring: Ring, of_one: OfOne) -> Notice:
        """Say of a ring what was said before: “today” that becomes “yesterday” is no news."""
        name, subject = _name(kind, item.id), (ring, item_name(item), item.ring)
        said = self._said.get(name)
        if said is None or said[0] != subject:
            said = self._said[name] = (subject, of_one(item, ring))
        return said[1]

    def _of_doubts(self) -> dict[Name, Notice]:
        doubts, clock = self._doubts.current(), self._book.clock
        if len(doubts) > MOST_APART:
            return {_name(DOUBT, ALL): notice_of_many(doubts)}
        said = {}
        for doubt in doubts:
            name = _name(DOUBT, doubt.goal.item_id)
            before = self._said.get(name)
            if before is None or before[0] != doubt:
                before = (doubt, notice_of(doubt, clock.now(), clock.zone()))
                self._said[name] = before
            said[name] = before[1]
        return said

    def _of_ring(self, item: Item, ring: Ring) -> Notice:
        presses: list[tuple[Press, str]] = []
        if snoozes_left(ring, item.ring.snooze_limit) != 0:
            presses.append((Press.SNOOZE, f"Snooze {rough_length(item.ring.snooze_length)}"))
        if item.ring.task is Task.NONE:
            presses.append((Press.STOP, "Stop"))
        presses.append((Press.OPEN, "Show"))
        due = instant_words(ring.due, self._book.clock.now(), self._book.clock.zone())
        body = f"Due {due}."
        if ring.snoozes:
            times = "once" if ring.snoozes == 1 else f"{ring.snoozes} times"
            body += f" Snoozed {times}."
        return Notice(item_name(item), body, tuple(presses), is_urgent=True)

    def _of_rings(self, found: Sequence[Pair]) -> Notice:
        presses: tuple[tuple[Press, str], ...] = ((Press.OPEN, "Show"),)
        if all(item.ring.task is Task.NONE for item, _ in found):
            presses = ((Press.STOP, "Stop all"), *presses)
        return Notice(f"{len(found):,} alarms ring", _names(found), presses, is_urgent=True)

    def _of_question(self, item: Item, ring: Ring) -> Notice:
        assert ring.snoozed_until is not None
        clock = self._book.clock
        until = at_words(ring.snoozed_until, clock.now(), clock.zone())
        presses = ((Press.AWAKE, "I'm awake"), (Press.OPEN, "Show"))
        body = f"{item_name(item)} rings again {until} unless you answer."
        return Notice("Still awake?", body, presses, is_urgent=True)

    def _of_missed(self, item: Item, ring: Ring) -> Notice:
        clock = self._book.clock
        due = instant_words(ring.due, clock.now(), clock.zone())
        cause = ring.cause.value if ring.cause else "it did not ring"
        presses = ((Press.DONE, "Done"), (Press.OPEN, "Show"))
        return Notice(f"Missed: {item_name(item)}", f"Due {due}: {cause}.", presses)

    # How they are kept

    def _keep(self, name: Name, notice: Notice, goal: Goal) -> None:
        self._coming[goal.item_id] = goal.at
        self._shown[name] = notice
        self._notifier.show(name, notice)

    def _still_coming(self) -> dict[Name, Notice]:
        """Give the notices of rings that are still to come as they were told."""
        self._coming = {
            item_id: due
            for item_id, due in self._coming.items()
            if self._book.find(item_id) is not None
            and self._book.due(item_id) == due
            and not self._is_ringing(item_id)
        }
        return {
            name: notice
            for name, notice in self._shown.items()
            if name.partition(" ")[0] == SOON and name.partition(" ")[2] in self._coming
        }

    def _is_ringing(self, item_id: str) -> bool:
        ring = self._book.open_ring(item_id)
        return ring is not None and ring.is_ringing

    # What is pressed

    def _carry_out(self, name: Name, press: Press) -> None:
        kind, _, item_id = name.partition(" ")
        is_known = item_id in self._book or item_id == ALL
        if press is Press.OPEN or kind == TRIAL or not is_known:
            self._show()
            return
        try:
            self._answer(kind, item_id, press)
        except AlarmClockError:
            self._show()

    def _answer(self, kind: str, item_id: str, press: Press) -> None:
        if item_id == ALL:
            self._answer_all(press)
            return
        answers = self._answers
        match kind, press:
            case "ring", Press.STOP:
                answers.stop(item_id)
            case "ring", Press.SNOOZE:
                answers.snooze(item_id, None)
            case "awake", Press.AWAKE:
                answers.answer_awake(item_id)
            case "soon", Press.SKIP:
                answers.leave_out(item_id)
            case "doubt", Press.MEND:
                if mend := self._doubts.mend_of(item_id):
                    self._mend(mend, item_id)
            case "missed", Press.DONE:
                for key in [ring.key for item, ring in self._book.missed() if item.id == item_id]:
                    answers.acknowledge(key)

    def _answer_all(self, press: Press) -> None:
        if press is Press.STOP:
            self._answers.stop_all()
        elif press is Press.DONE:
            self._answers.acknowledge(None)
        elif press is Press.MEND:
            for mend in dict.fromkeys(doubt.mend for doubt in self._doubts.current()):
                if mend is not None:
                    self._mend(mend, None)


def _of_many_missed(found: Sequence[Pair]) -> Notice:
    presses = ((Press.DONE, "Done"), (Press.OPEN, "Show"))
    return Notice(f"{len(found):,} alarms were missed", _names(found), presses)


def _names(found: Sequence[Pair]) -> str:
    named = ", ".join(item_name(item) for item, _ in found[:NAMES_TOLD])
    return f"{named} and {len(found) - NAMES_TOLD:,} more."


def _name(kind: str, item_id: str) -> Name:
    return f"{kind} {item_id}"
