"""Builds the window and its pages, and joins them with the desks that carry out their wishes."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.activity.activity_query import EVERYTHING
from alarmclock.core.activity.activity_words import Teller, Words
from alarmclock.core.activity.events import Cancelled, Event
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.commands import Commands
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.change import Change
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.activity.panel import ActivityPanel
from alarmclock.ui.alarms.page import AlarmsPage
from alarmclock.ui.desk import Desk
from alarmclock.ui.editor_desk import EditorDesk
from alarmclock.ui.main_window import MainWindow, PageNumber
from alarmclock.ui.outside import Outside
from alarmclock.ui.pages import Pages
from alarmclock.ui.readiness_desk import ReadinessDesk
from alarmclock.ui.ring_desk import RingDesk
from alarmclock.ui.theme import Theme

if TYPE_CHECKING:
    from alarmclock.ui.closing.closing_view import ClosingView
    from alarmclock.ui.exchange_desk import ExchangeDesk
    from alarmclock.ui.ring.ring_window import RingWindow
    from alarmclock.ui.shortcuts_view import ShortcutsView

PANEL_MARGIN = 24
NOTHING_TO_PAUSE = "No alarm is on, so there is nothing to pause."


class Shell:
    """The window with everything in it. It is told what happens, and shows it."""

    def __init__(
        self,
        book: AlarmBook,
        commands: Commands,
        preferences: Preferences,
        theme: Theme,
        outside: Outside,
        readiness: Readiness,
    ) -> None:
        self._book = book
        self._outside = outside
        self._readiness = readiness
        self.window = MainWindow(theme)
        self.desk = Desk(book, commands, preferences, self.window.message_bar, readiness.verdict)
        self.editor_desk = EditorDesk(
            self.window, self.desk, book, preferences, outside, readiness, self.mend
        )
        self.activity = ActivityModel(
            book.clock, lambda before: outside.events_before(before, EVERYTHING), self.window
        )
        self.alarms = AlarmsPage(
            book,
            theme,
            self.desk.explain,
            verdict_of=lambda alarm: readiness.verdict(alarm.ring),
        )
        self.pages = Pages(theme, book, self.desk, preferences, outside)
        self._panel = ActivityPanel(self.activity, theme)
        self.readiness_desk = ReadinessDesk(
            self.window,
            book,
            readiness,
            self.mend,
            outside.look_again,
            self.alarms.model.show_verdicts,
        )
        self.ring_desk = RingDesk(book, self.desk, self._unmute, outside.stop_trial)
        self._exchange_desk: ExchangeDesk | None = None
        self._closing: ClosingView | None = None
        self._shortcuts: ShortcutsView | None = None

    def start(self) -> None:
        """Read the book, follow it, and fill the window."""
        self._panel.set_footer(self.readiness_desk.card)
        self.readiness_desk.start()
        self.window.set_panel(_with_margin(self._panel))
        self.window.set_pages(
            {
                PageNumber.ALARMS: lambda: self.alarms,
                PageNumber.TIMERS: self.pages.make_timers,
                PageNumber.CALENDAR: self.pages.make_calendar,
                PageNumber.ACTIVITY: self.pages.make_activity,
                PageNumber.SETTINGS: self.pages.make_settings,
            }
        )
        self.alarms.missed_counted.connect(self.window.rail.show_missed)
        self.alarms.start()
        self._join_alarms()
        self._join_window()
        self._book.listen(self._follow)
        self.window.show_page(PageNumber.ALARMS)

    # What is told

    def show_time(self, now: datetime) -> None:
        """Show an instant on everything that can be seen."""
        for part in (self.alarms, self._panel):
            if part.isVisible():
                part.show_time(now)
        self.pages.show_time(now)
        self.editor_desk.show_time(now)
        self.ring_desk.show_time()
        if self._book.plausibility.doubt is not None:
            self._show_doubt(now)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show events in the activity; while the window closes, show the cancellations."""
        if self._closing is None:
            self.activity.show_events(events)
            self.pages.show_events(events)
            return
        for event in events:
            self._show_cancelled(event, self._closing)

    def _show_cancelled(self, event: Event, closing: "ClosingView") -> None:
        if isinstance(event, Cancelled):
            from alarmclock.ui.cancelled_rows import cancellation

            zone = self._book.clock.zone()
            closing.show_cancelled(cancellation(event, self._book), event.at.astimezone(zone))

    def begin_closing(self) -> Callable[[timedelta, timedelta], None]:
        """Show from now on what the loop cancels; give the call that shows the time passing."""
        self._closing = self.window.begin_closing()
        self._closing.begin(self._local_now())
        return self._closing.show_part

    def show_daemon_count(self, count: int) -> None:
        """Show how many daemons run."""
        self._panel.show_daemon_count(count)
        self.pages.show_daemon_count(count)

    def show_clock_changed(self) -> None:
        """Sort and say everything anew: the clock or the zone has changed."""
        self.alarms.model.reload()
        self.alarms.show_standing()
        self.pages.show_change()
        self._show_doubt(self._book.clock.now())
        self.show_time(self._book.clock.now())

    def greet(self, greeting: Event | None, sentences: Sequence[str], missed: str = "") -> None:
        """Say what was found at the start; sentences tell of what went wrong.

        `missed` tells of what was missed before; whatever was, is shown rather than the page that
        was open last: nobody may overlook it.
        """
        if self._book.missed() and self.window.page_number is not PageNumber.ALARMS:
            self._choose_page(PageNumber.ALARMS)
        told = f"{self._words(greeting).detail}." if greeting is not None else ""
        told = f"{told} {missed}".strip()
        if sentences:
            self.window.message_bar.warn("\n".join([*sentences, told]).strip())
        elif told:
            self.window.message_bar.tell(told)

    def tell_crash(
        self, sentence: str, lines: Sequence[str], show: Callable[[], object] | None
    ) -> None:
        """Say over all pages that the run before this one was not closed.

        `show` opens the file on it, None where there is none.
        """
        from alarmclock.ui.crash_banner import CrashBanner

        banner = CrashBanner()
        if show is not None:
            banner.file_requested.connect(show)
        banner.show_crash(sentence, lines, has_file=show is not None)
        self.window.add_banner(banner)

    def remind(self, event: Event) -> None:
        """Say what should be known before long, until somebody has read it."""
        self.window.message_bar.remind(f"{self._words(event).detail}.")

    def come_to_front(self) -> None:
        """Bring the rings before other windows, or else the main window."""
        if self.ring_desk.come_to_front():
            return
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def choose_sound(self, item_id: str) -> None:
        """Open the editor of an alarm whose sound can't be used."""
        item = self._book.find(item_id)
        if item is not None:
            problem = self._readiness.signs.sound_problems.get(item.ring.sound, "")
            self.editor_desk.choose_sound(item_id, problem)

    def mend(self, mend: Mend, item_id: str | None = None) -> None:
        """Carry out what mends a ring, of one alarm or of all that need it."""
        self.desk.mend(lambda: self._outside.mend(mend, item_id))

    @property
    def ring_window(self) -> "RingWindow | None":
        """The window of rings, None until it was made."""
        return self.ring_desk.window

    def put_away(self) -> None:
        """Close every window and give back what they hold; nothing can be shown afterwards."""
        self.window.close_for_good()
        self.ring_desk.put_away()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def keep_live(self, seen: set[str]) -> None:
        """Keep the ticking lines of these alarms and of the running timers only."""
        timers = {timer.id for timer in self._book.timers() if self.is_seen}
        self.activity.keep_live(seen | timers)
        self.pages.keep_live(seen | timers)

    @property
    def is_seen(self) -> bool:
        """True while the window is open, not minimised and not covered by others."""
        window = self.window
        return window.isVisible() and not window.isMinimized() and not window.is_covered

    def seen_ids(self) -> set[str]:
        """Give the alarms whose countdown somebody can see."""
        return self.alarms.list.seen_ids() if self.is_seen else set()

    @property
    def exchange_desk(self) -> "ExchangeDesk":
        """Import and export, made when they are first wanted."""
        if self._exchange_desk is None:
            from alarmclock.ui.exchange_desk import ExchangeDesk

            assert self._outside.exchange is not None
            zone, add_notice = self._book.clock.zone, self.alarms.add_notice
            self._exchange_desk = ExchangeDesk(
                self.window, self._outside.exchange, zone, add_notice
            )
        return self._exchange_desk

    # Joining

    def _join_window(self) -> None:
        window, desk = self.window, self.desk
        window.add_requested.connect(self.editor_desk.add)
        window.words_requested.connect(self._take_words)
        window.undo_requested.connect(lambda: self._go_through(desk.undo))
        window.redo_requested.connect(lambda: self._go_through(desk.redo))
        window.stop_all_requested.connect(self.ring_desk.stop_all)
        window.checks_requested.connect(self.readiness_desk.show_checks)
        window.shortcuts_requested.connect(self._show_shortcuts)
        window.page_shown.connect(lambda: self.show_time(self._book.clock.now()))
        window.rail.page_chosen.connect(self._choose_page)
        self.pages.shortcuts_requested.connect(self._show_shortcuts)
        self.pages.edit_requested.connect(self.editor_desk.edit)
        self.pages.export_requested.connect(self._export)
        self.pages.import_requested.connect(self._import)
        self.pages.backups_requested.connect(self._show_backups)

    def _join_alarms(self) -> None:
        cards, entry, desk = self.alarms.list, self.alarms.quick_entry, self.desk
        cards.edit_requested.connect(self.editor_desk.edit)
        cards.switch_requested.connect(desk.switch)
        cards.duplicate_requested.connect(desk.duplicate)
        cards.delete_requested.connect(desk.delete)
        cards.end_snooze_requested.connect(desk.stop)
        cards.skip_requested.connect(desk.skip)
        cards.take_back_requested.connect(desk.take_back)
        cards.pause_requested.connect(desk.pause)
        cards.resume_requested.connect(desk.resume)
        cards.calendar_requested.connect(self._show_in_calendar)
        self.alarms.pause_all_requested.connect(desk.pause_all)
        self.alarms.pause_notice.resume_requested.connect(desk.resume_all)
        self.alarms.nothing_to_pause.connect(lambda: self._tell(NOTHING_TO_PAUSE))
        self.window.pause_all_requested.connect(self._ask_for_pause)
        cards.seen_changed.connect(self.window.seen_changed)
        entry.entered.connect(self._add_in_words)
        entry.add_requested.connect(self.editor_desk.add)
        missed = self.alarms.missed_notice
        missed.ring_requested.connect(desk.ring_missed)
        missed.snooze_requested.connect(desk.snooze_missed)
        missed.acknowledge_requested.connect(desk.acknowledge)

    def _export(self, path: str, with_history: bool) -> None:
        self.exchange_desk.export(path, with_history)

    def _import(self, path: str) -> None:
        self.exchange_desk.read(path)

    def _show_backups(self) -> None:
        self.exchange_desk.show_backups()

    def _add_in_words(self, words: str) -> None:
        added = self.desk.add_in_words(words)
        if added is not None:
            self.alarms.quick_entry.clear()
            self.alarms.list.select(added)

    def _ask_for_pause(self) -> None:
        if self._closing is None:
            self.alarms.ask_for_pause()

    def _go_through(self, step: Callable[[], None]) -> None:
        """Undo or redo a step, and choose the alarm that came back by it."""
        before = {item.id for item in self._book}
        step()
        came = [item.id for item in self._book if item.id not in before]
        if len(came) == 1:
            self.alarms.list.select(came[0])

    def _tell(self, sentence: str) -> None:
        self.window.message_bar.tell(sentence)

    def _take_words(self) -> None:
        self.window.show_page(PageNumber.ALARMS)
        self.alarms.quick_entry.line.setFocus()

    def _follow(self, change: Change) -> None:
        del change
        self.ring_desk.show_rings()
        self.pages.show_timers()
        self.pages.show_change()

    def _choose_page(self, number: int) -> None:
        """Show a page, unless that would hide an alarm that is being edited."""
        if self.editor_desk.may_leave():
            if number == PageNumber.CALENDAR:
                self.pages.show_all_in_calendar()
            self.window.show_page(number)
        else:
            self.window.rail.show_page(self.window.page_number)

    def _show_in_calendar(self, item_id: str) -> None:
        if self.editor_desk.may_leave():
            self.window.show_page(PageNumber.CALENDAR)
            self.pages.show_in_calendar(item_id)

    def _local_now(self) -> datetime:
        return self._book.clock.now().astimezone(self._book.clock.zone())

    def _show_shortcuts(self) -> None:
        from alarmclock.ui.shortcuts_view import ShortcutsView

        if self._shortcuts is None:
            self._shortcuts = ShortcutsView()
            self._shortcuts.closed.connect(self._hide_shortcuts)
        self.window.cover(self._shortcuts)
        self._shortcuts.take_focus()

    def _hide_shortcuts(self) -> None:
        self.window.show_page(self.window.page_number)

    def _show_doubt(self, now: datetime) -> None:
        """Say what looks wrong with the clock, as long as something does."""
        doubt = self._book.plausibility.doubt
        sentence = ""
        if doubt is not None:
            from alarmclock.core.activity.clock_words import doubt_sentence

            sentence = doubt_sentence(now, doubt.alive_at, self._book.clock.zone())
        self.window.show_clock_problem(sentence)

    def _words(self, event: Event) -> Words:
        return Teller(self._book.clock.now(), self._book.clock.zone()).words(event)

    def _unmute(self) -> None:
        is_muted = self._readiness.signs.output.is_muted
        self.mend(Mend.UNMUTE if is_muted else Mend.TURN_UP)


def _with_margin(panel: QWidget) -> QWidget:
    """Keep the panel off the edge of the window."""
    framed = QWidget()
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, PANEL_MARGIN, PANEL_MARGIN, PANEL_MARGIN)
    column.addWidget(panel)
    return framed
