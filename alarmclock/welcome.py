"""What people are told once the window is open: what the store, and the run before, left to say."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from alarmclock.core.activity.activity import ActivityLog
from alarmclock.core.activity.events import EndedUnexpectedly, Failed
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.greeting import armed_again, missed_before
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.ui.shell import Shell


class Welcome:
    """Greets once what was due meanwhile has been rung or missed.

    `sentences` are about the store, `crash` about a run that was not closed.
    """

    def __init__(
        self,
        book: AlarmBook,
        activity: ActivityLog,
        store: Store | UnusableStore,
        shell: Shell,
        sentences: Sequence[str],
        crash: EndedUnexpectedly | None,
    ) -> None:
        self._book = book
        self._activity = activity
        self._store = store
        self._shell = shell
        self._sentences = tuple(sentences)
        self.crash = crash

    def greet(self, opened_at: datetime, armed: int) -> None:
        """Say how many are armed again, and what else there is to say."""
        greeting = armed_again(self._book, opened_at, armed)
        missed = missed_before(self._book, greeting)
        if greeting is not None:
            self._activity.record(greeting)
        self._shell.greet(greeting, self._sentences, missed)
        if self._store.reason is None:
            # The message goes with the next one; what was restored is still to be found later.
            for sentence in self._sentences:
                self.record_failure(sentence)

    def tell_crash(
        self, opened_at: datetime, folder: Path, open_file: Callable[[Path], bool]
    ) -> None:
        """Say that the run before was not closed, if so."""
        if self.crash is not None:
            from alarmclock.crash_told import show_crash

            show_crash(self.crash, opened_at, self._book, self._shell, folder, open_file)

    async def check_rows(self) -> None:
        """Look for damage that is not seen at a glance, in what is read already."""
        known = set(self._store.problems)
        with suppress(StoreUnusable):
            for _ in self._store.check_rows():
                await asyncio.sleep(0)
        for sentence in self._store.problems:
            if sentence not in known:
                self._shell.window.message_bar.remind(sentence)

    def record_failure(self, sentence: str) -> None:
        """Tell in the activity of what failed for no alarm in particular."""
        now = self._book.clock.now()
        self._activity.record(Failed(at=now, item_id="", label="", reason=sentence))
