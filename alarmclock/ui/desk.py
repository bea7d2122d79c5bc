"""Carries out what the window asks for, and says what came of it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from alarmclock import resources
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.catching_up import Key
from alarmclock.core.book.commands import Commands
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.deeds import NO_VERDICT, Deeds, Judge
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.ui.message_bar import MessageBar
from alarmclock.values import replace

if TYPE_CHECKING:
    from alarmclock.core.phrase import Answer, Reading


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
        self._deeds = Deeds(book, commands, judge)
        self._catching_up = commands.catching_up
        self._preferences = preferences
        self._messages = messages

    # Alarms

    def save(self, alarm: Alarm) -> None:
        """Put a new or an edited alarm in the book. Raises Invalid, NotSaved."""
        was_there = alarm.id in self._book
        self._say((self._deeds.replace if was_there else self._deeds.add)(alarm))

    def switch(self, item_id: str, on: bool) -> None:
        """Turn an alarm on or off."""
        self._do(lambda: self._deeds.switch(item_id, on=on))

    def duplicate(self, item_id: str) -> None:
        """Add a second alarm like one."""
        self._do(lambda: self._deeds.duplicate(item_id))

    def delete(self, item_id: str) -> None:
        """Delete an alarm, or cancel a timer."""
        self._do(lambda: self._deeds.delete(item_id))

    def skip(self, item_id: str, count: int = 1) -> None:
        """Leave out the next rings of an alarm."""
        self._do(lambda: self._deeds.skip(item_id, count))

    def skip_day(self, item_id: str, day: date) -> None:
        """Leave out the ring of an alarm on one day."""
        self._do(lambda: self._deeds.skip_day(item_id, day))

    def take_back(self, item_id: str, day: date | None = None) -> None:
        """Ring as planned again, on one day or on all that were skipped."""
        self._do(lambda: self._deeds.take_back(item_id, day))

    def pause(self, item_id: str, until: date | None) -> None:
        """Pause an alarm until a date, or until it is resumed."""
        self._do(lambda: self._deeds.pause(item_id, until))

    def resume(self, item_id: str) -> None:
        """Let a paused alarm ring again."""
        self._do(lambda: self._deeds.resume(item_id))

    def pause_all(self, until: date | None) -> None:
        """Pause all alarms until a date, or until they are resumed."""
        self._do(lambda: self._deeds.pause_all(until))

    def resume_all(self) -> None:
        """Let the alarms ring again that were paused together."""
        self._do(self._deeds.resume_all)

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
        added: list[str] = []

        def add() -> str:
            item = self._understood(words).item
            said = self._deeds.add(item)
            added.append(item.id)
            return said

        self._do(add)
        return added[0] if added else None

    # Timers

    def start_timer(self, timer: Timer) -> None:
        """Start a new timer."""
        self._do(lambda: self._deeds.add(timer))

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
        from alarmclock.core.phrase.orders import order_of_locale

        clock, new_alarm = self._book.clock, self._preferences.settings.new_alarm
        order, sounds = order_of_locale(QLocale().name()), resources.sound_ids()
        return read(words, clock.now(), clock.zone(), new_alarm, order=order, sounds=sounds)

    def _do(self, deed: Callable[[], str]) -> None:
        """Do something and say what came of it; show the reason if it could not be done."""
        said: list[str] = []
        if self._attempt(lambda: said.append(deed())):
            self._say(said[0])

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

    def _say(self, sentence: str) -> None:
        self._messages.tell(sentence, undoable=True)
