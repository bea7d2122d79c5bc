"""What a person does to alarms and timers, each with the sentence that says what came of it.

The window and the command line do the same here, so that they say the same.
"""

from collections.abc import Callable
from datetime import date

from alarmclock.core.book.book import AlarmBook, State
from alarmclock.core.book.commands import Commands
from alarmclock.core.certainty.verdict import Verdict
from alarmclock.core.change import Item
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import (
    counted,
    item_name,
    rings_sentence,
    rough_length,
    short_day,
)

Judge = Callable[[RingSettings], Verdict]
NO_VERDICT = Verdict(())


class Deeds:
    """Each raises what its command raises, and nothing has changed then."""

    def __init__(
        self, book: AlarmBook, commands: Commands, judge: Judge = lambda _ring: NO_VERDICT
    ) -> None:
        self._book = book
        self._editing = commands.editing
        self._skipping = commands.skipping
        self._judge = judge

    # Alarms and timers

    def add(self, item: Item) -> str:
        """Add a new alarm, or start a new timer; one that is off is only added."""
        if isinstance(item, Timer):
            self._editing.start(item)
        else:
            self._editing.add(item)
        return self.saved(item.id)

    def replace(self, item: Item) -> str:
        """Put an edited alarm or timer in the place of the old one."""
        self._editing.replace(item)
        return self.saved(item.id)

    def switch(self, item_id: str, *, on: bool) -> str:
        """Turn an alarm on or off."""
        self._editing.switch(item_id, on=on)
        return self.saved(item_id) if on else f"{self._name(item_id)} is off."

    def duplicate(self, item_id: str) -> str:
        """Add a second alarm like one."""
        self._editing.duplicate(item_id)
        return f"{self._name(item_id)} was duplicated."

    def delete(self, item_id: str) -> str:
        """Delete an alarm, or cancel a timer."""
        name = self._name(item_id)
        self._editing.remove(item_id)
        return f"{name} was deleted."

    # What is left out

    def skip(self, item_id: str, count: int = 1) -> str:
        """Leave out the next rings of an alarm."""
        self._skipping.skip(item_id, count)
        rings = "ring is" if count == 1 else f"{count} rings are"
        return f"The next {rings} skipped. {self.next_sentence(item_id)}"

    def skip_day(self, item_id: str, day: date) -> str:
        """Leave out the ring of an alarm on one day."""
        self._skipping.skip_day(item_id, day)
        return f"The ring of {short_day(day)} is skipped. {self.next_sentence(item_id)}"

    def take_back(self, item_id: str, day: date | None = None) -> str:
        """Ring as planned again, on one day or on all that were skipped."""
        self._skipping.take_back(item_id, day)
        return self.next_sentence(item_id)

    def pause(self, item_id: str, until: date | None) -> str:
        """Pause an alarm until a date, or until it is resumed."""
        self._skipping.pause(item_id, until)
        when = f"until {short_day(until)} {until.year}" if until else "until you resume it"
        return f"{self._name(item_id)} is paused {when}."

    def resume(self, item_id: str) -> str:
        """Let a paused alarm ring again."""
        self._skipping.resume(item_id)
        return self.next_sentence(item_id)

    def pause_all(self, until: date | None) -> str:
        """Pause all alarms until a date, or until they are resumed."""
        count = self._skipping.pause_all(until)
        return f"{counted(count, 'alarm was', 'alarms were')} paused."

    def resume_all(self) -> str:
        """Let the alarms ring again that were paused together."""
        count = self._skipping.resume_all()
        return f"{counted(count, 'alarm was', 'alarms were')} resumed."

    # Sentences

    def saved(self, item_id: str) -> str:
        """Say of what was just saved when it rings, and what speaks against that."""
        item = self._book.item(item_id)
        if isinstance(item, Timer):
            return f"{self._name(item_id)} runs for {rough_length(item.length)}.{self._doubt(item)}"
        if item.armed_at is None:
            return f"{self._name(item_id)} was saved and is off."
        return f"{self.next_sentence(item_id)}{self._doubt(item)}"

    def next_sentence(self, item_id: str) -> str:
        """Say when an alarm that is on rings next."""
        due, clock = self._book.due(item_id), self._book.clock
        if due is None:
            paused = self._book.state(item_id) is State.PAUSED
            return f"{self._name(item_id)} {'is paused' if paused else 'has no more rings'}."
        return f"{self._name(item_id)} {rings_sentence(due, clock.now(), clock.zone())}."

    def _doubt(self, item: Item) -> str:
        verdict = self._judge(item.ring)
        if not verdict.reasons:
            return ""
        from alarmclock.core.certainty.verdict_words import against_words

        doubt = against_words(verdict)
        return f" {doubt}." if doubt else ""

    def _name(self, item_id: str) -> str:
        item = self._book.find(item_id)
        if item is None:
            return "It"
        return f"“{item.label}”" if item.label else item_name(item)
