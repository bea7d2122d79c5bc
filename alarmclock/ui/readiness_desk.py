"""Shows whether rings will be heard: on the card, in the list, in the editor, and all of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from alarmclock.core.activity.activity_words import Tone
from alarmclock.core.book.armed_rings import ArmedRings
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.certainty.verdict_words import checked_words
from alarmclock.ui.activity.ready_card import ReadyCard
from alarmclock.ui.main_window import MainWindow
from alarmclock.ui.widgets.focus_before import FocusBefore

NOTHING_ARMED = "Nothing is armed", "Turn an alarm on to be rung"

if TYPE_CHECKING:
    from alarmclock.ui.verdict.checks_view import ChecksView


class ReadinessDesk:
    """Follows the verdicts; `mend` carries out what is pressed, `look` looks at all anew."""

    def __init__(
        self,
        window: MainWindow,
        book: AlarmBook,
        readiness: Readiness,
        mend: Callable[[Mend], None],
        look: Callable[[], None],
        show_rows: Callable[[], None],
    ) -> None:
        self._window = window
        self._book = book
        self._readiness = readiness
        self._mend = mend
        self._look = look
        self._show_rows = show_rows
        self._armed = ArmedRings(book)
        self.card = ReadyCard(window.theme)
        self._checks: ChecksView | None = None
        self._focus = FocusBefore()
        # Thousands of changes in one turn of the loop are shown once.
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)

    def start(self) -> None:
        """Show how it stands, and follow."""
        self._armed.start()
        self._soon.timeout.connect(self.show)
        self.card.mend_requested.connect(self._mend)
        self.card.clicked.connect(self.show_checks)
        self._book.listen(lambda _change: self._soon.start())
        self._readiness.listen(self._follow)
        self.show()

    def show(self) -> None:
        """Show it on the card, and on the page if it is open."""
        rings = self._armed.found
        if rings:
            self.card.show_summary(self._readiness.summary(rings))
        else:
            self.card.show_verdict(Tone.WARN, *NOTHING_ARMED)
        if self._checks is not None and self._checks.isVisible():
            self._fill()

    def show_checks(self) -> None:
        """Show everything that was checked in the place of the pages."""
        if self._checks is None:
            from alarmclock.ui.verdict.checks_view import ChecksView

            self._checks = ChecksView(self._window.theme)
            self._checks.mend_requested.connect(self._mend)
            self._checks.check_requested.connect(self._look)
            self._checks.closed.connect(self._hide_checks)
        self._fill()
        if not self._checks.isVisible():
            self._focus.note(self._window.focusWidget())
        self._window.cover(self._checks)
        self._checks.take_focus()

    def _follow(self) -> None:
        self._soon.start()
        self._show_rows()

    def _fill(self) -> None:
        assert self._checks is not None
        clock = self._book.clock
        words = checked_words(self._readiness.signs.checked_at, clock.now(), clock.zone())
        self._checks.show_verdict(self._readiness.overall(self._armed.found), words)

    def _hide_checks(self) -> None:
        self._window.show_page(self._window.page_number)
        self._focus.give_back()
