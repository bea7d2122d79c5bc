"""Carries out what the window asks for, and says what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from alarmclock import resources
from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook, State
from alarmclock.core.catching_up import Key
from alarmclock.core.change import Item
from alarmclock.core.commands import Commands
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.preferences import Preferences
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.core.verdict import Verdict
from alarmclock.core.verdict_words import against_words
from alarmclock.core.wording import counted, item_name, rings_sentence, rough_length, short_day
from alarmclock.ui.message_bar import MessageBar

if TYPE_CHECKING:
    from alarmclock.core.phrase import Answer, Reading

Judge = Callable[[RingSettings], Verdict]
NO_VERDICT = Verdict(())


class Desk:
    """Runs commands; every error that a person can do something about becomes a message."""

    def __init__(
        self,
        book: AlarmBook,
        commands: Commands,
        preferences: Preferences,
        messages: MessageBar,
        judge: Judge = lambda _ring: NO_VERDICT,
    ) -> None:
        self._book = book
        self._editing = commands.editing
        self._answering = commands.answering
        self._skipping = commands.skipping
        self._catching_up = commands.catching_up
        self._preferences = preferences
        self._messages = messages
        self._judge = judge

    # Alarms

    def save(self, alarm: Alarm) -> None:
        """Put a new or an edited alarm in the book. Raises Invalid, NotSaved."""
        if alarm.id in self._book:
            self._editing.replace(alarm)
        else:
            self._editing.add(alarm)
        self._say_saved(alarm.id)

    def switch(self, item_id: str, on: bool) -> None:
        """Turn an alarm on or off."""
        if self._attempt(lambda: self._editing.switch(item_id, on=on)):
            if on:
                self._say_saved(item_id)
            else:
                self._say(f"{self._name(item_id)} is off.")

    def duplicate(self, item_id: str) -> None:
        """Add a second alarm like one."""
        if self._attempt(lambda: self._editing.duplicate(item_id)):
            self._say(f"{self._name(item_id)} was duplicated.")

    def delete(self, item_id: str) -> None:
        """Delete an alarm, or cancel a timer."""
        name = self._name(item_id)
        if self._attempt(lambda: self._editing.remove(item_id)):
            self._say(f"{name} was deleted.")

    def skip(self, item_id: str, count: int = 1) -> None:
        """Leave out the next rings of an alarm."""
        if self._attempt(lambda: self._skipping.skip(item_id, count)):
            rings = "ring is" if count == 1 else f"{count} rings are"
            self._say(f"The next {rings} skipped. {self._next_sentence(item_id)}")

    def skip_day(self, item_id: str, day: date) -> None:
        """Leave out the ring of an alarm on one day."""
        if self._attempt(lambda: self._skipping.skip_day(item_id, day)):
            skipped = f"The ring of {short_day(day)} is skipped."
            self._say(f"{skipped} {self._next_sentence(item_id)}")

    def take_back(self, item_id: str, day: date | None = None) -> None:
        """Ring as planned again, on one day or on all that were skipped."""
        if self._attempt(lambda: self._skipping.take_back(item_id, day)):
            self._say(self._next_sentence(item_id))

    def pause(self, item_id: str, until: date | None) -> None:
        """Pause an alarm until a date, or until it is resumed."""
        if self._attempt(lambda: self._skipping.pause(item_id, until)):
            when = f"until {short_day(until)} {until.year}" if until else "until you resume it"
            self._say(f"{self._name(item_id)} is paused {when}.")

    def resume(self, item_id: str) -> None:
        """Let a paused alarm ring again."""
        if self._attempt(lambda: self._skipping.resume(item_id)):
            self._say(self._next_sentence(item_id))

    def pause_all(self, until: date | None) -> None:
        """Pause all alarms until a date, or until they are resumed."""
        counts: list[int] = []
        if self._attempt(lambda: counts.append(self._skipping.pause_all(until))):
            self._say(f"{counted(counts[0], 'alarm was', 'alarms were')} paused.")

    def resume_all(self) -> None:
        """Let the alarms ring again that were paused together."""
        counts: list[int] = []
        if self._attempt(lambda: counts.append(self._skipping.resume_all())):
            self._say(f"{counted(counts[0], 'alarm was', 'alarms were')} resumed.")

    def undo(self) -> None:
        """Take back the newest step."""
        self._report(self._editing.undo, "Undone: {}.", "There is nothing to undo.")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._report(self._editing.redo, "Done again: {}.", "There is nothing to redo.")

    # Words

    def explain(self, words: str) -> "Answer":
        """Say what a line of quick entry means. Raises a PhraseError that says what is unclear."""
        from alarmclock.core.phrase import answer

        clock = self._book.clock
        return answer(self._understood(words), clock.now(), clock.zone())

    def add_in_words(self, words: str) -> str | None:
        """Add what a line of quick entry says and give its id, None when it can't be done."""
        added: list[Item] = []

        def add() -> None:
            item = self._understood(words).item
            if isinstance(item, Timer):
                self._editing.start(item)
            else:
                self._editing.add(item)
            added.append(item)

        if not self._attempt(add):
            return None
        self._say_saved(added[0].id)
        return added[0].id

    # Timers

    def start_timer(self, timer: Timer) -> None:
        """Start a new timer."""
        if self._attempt(lambda: self._editing.start(timer)):
            self._say_saved(timer.id)

    def pause_timer(self, item_id: str) -> None:
        """Let a timer stand still."""
        self._attempt(lambda: self._editing.pause(item_id))

    def resume_timer(self, item_id: str) -> None:
        """Let a timer run on."""
        self._attempt(lambda: self._editing.resume(item_id))

    def extend_timer(self, item_id: str) -> None:
        """Give a timer one more minute."""
        self._attempt(lambda: self._editing.extend(item_id))

    def restart_timer(self, item_id: str) -> None:
        """Run a timer from its beginning."""
        self._attempt(lambda: self._editing.restart(item_id))

    # Rings

    def stop(self, item_id: str) -> None:
        """Stop a ring."""
        self._attempt(lambda: self._answering.dismiss(item_id))

    def snooze(self, item_id: str, length: timedelta | None) -> None:
        """Snooze a ring."""
        self._attempt(lambda: self._answering.snooze(item_id, length))

    def answer_awake(self, item_id: str) -> None:
        """Say that one is still awake after a ring."""
        self._attempt(lambda: self._answering.answer_awake(item_id))

    def stop_all(self) -> None:
        """Stop every ring."""
        counts: list[int] = []
        if self._attempt(lambda: counts.append(self._answering.stop_all())) and counts[0] > 1:
            self._messages.tell(f"{counts[0]:,} alarms were stopped.")

    def leave_out(self, item_id: str) -> None:
        """Leave out the next ring: skip it, or turn off what rings only once."""
        item = self._book.find(item_id)
        if isinstance(item, Alarm) and item.rule.repeats:
            self.skip(item_id)
        elif isinstance(item, Alarm):
            self.switch(item_id, on=False)

    def ring_missed(self, key: Key | None) -> None:
        """Let one missed ring sound after all, or all of them."""
        self._for_missed(key, self._catching_up.ring_now)

    def snooze_missed(self, key: Key | None) -> None:
        """Let one missed ring sound later, or all of them."""
        self._for_missed(key, self._catching_up.snooze)

    def acknowledge(self, key: Key | None = None) -> None:
        """Take note of one missed ring, or of all of them."""
        self._attempt(lambda: self._catching_up.acknowledge(key))

    def _for_missed(self, key: Key | None, command: Callable[[Key], None]) -> None:
        keys = [ring.key for _, ring in self._book.missed()] if key is None else [key]
        for one in keys:
            if not self._attempt(partial(command, one)):
                return

    # Settings

    def change_settings(self, settings: Settings) -> bool:
        """Use other settings from now on, and tell whether that could be done."""
        return self._attempt(lambda: self._preferences.change(settings))

    def change_presets(self, presets: tuple[int, ...]) -> None:
        """Offer other lengths for new timers."""
        settings = self._preferences.settings
        self._attempt(lambda: self._preferences.change(replace(settings, timer_presets=presets)))

    def mend(self, mend: Callable[[], str]) -> None:
        """Carry out what mends a ring, and say what was done."""
        said: list[str] = []
        if self._attempt(lambda: said.append(mend())) and said[0]:
            self._say(said[0])

    # Shared

    def _understood(self, words: str) -> "Reading":
        from alarmclock.core.phrase import read

        clock, new_alarm = self._book.clock, self._preferences.settings.new_alarm
        sounds = [sound.id for sound in resources.sounds()]
        return read(words, clock.now(), clock.zone(), new_alarm, sounds=sounds)

    def _attempt(self, command: Callable[[], object]) -> bool:
        """Run a command and tell whether it succeeded; show the reason if it did not."""
        try:
            command()
        except AlarmClockError as error:
            self._messages.warn(str(error))
            return False
        return True

    def _report(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        titles: list[str | None] = []
        if self._attempt(lambda: titles.append(step())):
            title = titles[0]
            self._messages.tell(done.format(title) if title else nothing)

    def _say_saved(self, item_id: str) -> None:
        item = self._book.item(item_id)
        doubt = against_words(self._judge(item.ring))
        doubt = f" {doubt}." if doubt else ""
        if isinstance(item, Timer):
            self._say(f"{self._name(item_id)} runs for {rough_length(item.length)}.{doubt}")
        elif item.armed_at is None:
            self._say(f"{self._name(item_id)} was saved and is off.")
        else:
            self._say(f"{self._next_sentence(item_id)}{doubt}")

    def _next_sentence(self, item_id: str) -> str:
        """Say when an alarm that is on rings next."""
        due, clock = self._book.due(item_id), self._book.clock
        if due is None:
            paused = self._book.state(item_id) is State.PAUSED
            return f"{self._name(item_id)} {'is paused' if paused else 'has no more rings'}."
        return f"{self._name(item_id)} {rings_sentence(due, clock.now(), clock.zone())}."

    def _say(self, sentence: str) -> None:
        self._messages.tell(sentence, undoable=True)

    def _name(self, item_id: str) -> str:
        item = self._book.find(item_id)
        if item is None:
            return "It"
        return f"“{item.label}”" if item.label else item_name(item)
