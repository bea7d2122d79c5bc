"""Keeps the window of rings: shows in it what rings, what is asked, and what is tried out."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.player import TRIAL
from alarmclock.core.ringing import Ring
from alarmclock.ui.desk import Desk

if TYPE_CHECKING:
    from alarmclock.ui.ring.ring_window import RingWindow


class RingDesk:
    """Makes the window beforehand: in the moment of a ring that would hold up the loop.

    `unmute` does what the button beside a problem of the volume says, `stop_trial` ends a trial.
    It is the display that the watch over the hearing shows its findings on.
    """

    def __init__(
        self,
        book: AlarmBook,
        desk: Desk,
        unmute: Callable[[], None],
        stop_trial: Callable[[], None],
    ) -> None:
        self._book = book
        self._desk = desk
        self._unmute = unmute
        self._stop_trial = stop_trial
        self._trial: tuple[Alarm, Ring] | None = None
        self.window: RingWindow | None = None

    def prepare(self) -> None:
        """Make the window, if it is not there yet."""
        if self.window is not None:
            return
        from alarmclock.ui.ring.ring_window import RingWindow

        self.window = RingWindow(self._book.clock)
        self.window.stop_requested.connect(self._stop)
        self.window.snooze_requested.connect(self._snooze)
        self.window.awake_requested.connect(self._desk.answer_awake)
        self.window.stop_all_requested.connect(self.stop_all)
        self.window.unmute_requested.connect(self._unmute)

    def show_rings(self) -> None:
        """Show what rings now; the window comes to the front for a new ring."""
        if self.window is None and self._trial is None and not self._has_rings():
            return
        from alarmclock.ui.ring.view import RingView, ring_views

        views = ring_views(self._book)
        if self._trial is not None:
            alarm, ring = self._trial
            views.append(RingView(alarm, ring, None, is_trial=True))
        self.prepare()
        assert self.window is not None
        self.window.show_rings(views)

    def _has_rings(self) -> bool:
        return bool(self._book.ringing() or self._book.asking())

    def show_trial(self, trial: tuple[Alarm, Ring] | None) -> None:
        """Show a ring that is tried out, or take it away."""
        self._trial = trial
        self.show_rings()

    def show_time(self) -> None:
        """Show the present second."""
        if self.window is not None and self.window.isVisible():
            self.window.show_time()

    def come_to_front(self) -> bool:
        """Bring the window before others, and tell whether there is anything in it."""
        if self.window is None or not self.window.isVisible():
            return False
        self.window.showNormal() if self.window.isMinimized() else self.window.raise_()
        self.window.activateWindow()
        return True

    def stop_all(self) -> None:
        """Stop every ring, and a trial."""
        self._stop_trial()
        self._desk.stop_all()

    def end(self) -> None:
        """Take the window away: the program closes."""
        self._trial = None
        if self.window is not None:
            self.window.flash(False)
            self.window.show_rings([])

    def put_away(self) -> None:
        """Give the window back."""
        self.end()
        if self.window is not None:
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    # What the watch over the hearing shows

    def show_sound_problem(self, sentence: str) -> None:
        """Say in the ring window why nothing is heard; empty when all is well."""
        if self.window is not None:
            self.window.show_problem(sentence)

    def show_volume_problem(self, sentence: str, button: str) -> None:
        """Say in the ring window that it is too quiet, and offer to mend it."""
        if self.window is not None:
            self.window.show_volume_problem(sentence, button)

    def flash(self, *, on: bool) -> None:
        """Wake by light."""
        if self.window is not None:
            self.window.flash(on)

    # What is pressed

    def _stop(self, item_id: str) -> None:
        if item_id == TRIAL:
            self._stop_trial()
        else:
            self._desk.stop(item_id)

    def _snooze(self, item_id: str, length: timedelta | None) -> None:
        if item_id != TRIAL:
            self._desk.snooze(item_id, length)
