"""Builds the window and its pages, and joins them with the desks that carry out their wishes."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock import resources
from alarmclock.core.activity_words import Tone
from alarmclock.core.answering import Answering
from alarmclock.core.book import AlarmBook, State
from alarmclock.core.change import Change
from alarmclock.core.editing import Editing
from alarmclock.core.events import Event
from alarmclock.core.preferences import Preferences
from alarmclock.core.settings import Settings
from alarmclock.core.wording import counted
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.activity.panel import ActivityPanel
from alarmclock.ui.activity.ready_card import ReadyCard
from alarmclock.ui.alarms.page import AlarmsPage
from alarmclock.ui.desk import Desk
from alarmclock.ui.editor_desk import EditorDesk
from alarmclock.ui.main_window import MainWindow, PageNumber
from alarmclock.ui.outside import Outside
from alarmclock.ui.theme import Theme

if TYPE_CHECKING:
    from alarmclock.ui.ring.ring_window import RingWindow
    from alarmclock.ui.shortcuts_view import ShortcutsView
    from alarmclock.ui.timers.page import TimersPage

PANEL_MARGIN = 24


class ShowsTime(Protocol):
    """A part of the window that shows the present second while it can be seen."""

    def isVisible(self) -> bool:
        """Tell whether anybody can see it."""

    def show_time(self, now: datetime) -> None:
        """Show an instant."""


class Shell:
    """The window with everything in it. It is told what happens, and shows it."""

    def __init__(
        self,
        book: AlarmBook,
        editing: Editing,
        answering: Answering,
        preferences: Preferences,
        theme: Theme,
        outside: Outside,
    ) -> None:
        self._book = book
        self._preferences = preferences
        self._theme = theme
        self._outside = outside
        self._parts: list[ShowsTime] = []
        self._count_shown: list[Callable[[int], None]] = []
        self._daemon_count = 0
        self.window = MainWindow(
            theme,
            {
                PageNumber.ALARMS: lambda: self.alarms,
                PageNumber.TIMERS: self._make_timers,
                PageNumber.ACTIVITY: self._make_activity,
                PageNumber.SETTINGS: self._make_settings,
            },
        )
        self.desk = Desk(book, editing, answering, preferences, self.window.message_bar)
        self.editor_desk = EditorDesk(
            self.window, self.desk, book, preferences, outside, self._parts.append
        )
        self.activity = ActivityModel(book.clock, outside.events_before, self.window)
        self.alarms = AlarmsPage(book, theme, self.desk.explain)
        self.ready_card = ReadyCard(theme)
        self.ring_window: RingWindow | None = None
        self._shortcuts: ShortcutsView | None = None
        self._timers: TimersPage | None = None

    def start(self) -> None:
        """Read the book, follow it, and fill the window."""
        panel = ActivityPanel(self.activity, self._theme)
        panel.set_footer(self.ready_card)
        self.window.set_panel(_with_margin(panel))
        self._parts += [self.alarms, panel]
        self._count_shown.append(panel.show_daemon_count)
        self.alarms.start()
        self._join_alarms()
        self._join_window()
        self._book.listen(self._follow)
        self.window.show_page(PageNumber.ALARMS)

    # What is told

    def show_time(self, now: datetime) -> None:
        """Show an instant on everything that can be seen."""
        for part in self._parts:
            if part.isVisible():
                part.show_time(now)
        if self.ring_window is not None and self.ring_window.isVisible():
            self.ring_window.show_time()
        self.editor_desk.follow_preview()

    def show_event(self, event: Event) -> None:
        """Show an event in the activity."""
        self.activity.show_event(event)

    def show_daemon_count(self, count: int) -> None:
        """Show how many daemons run."""
        self._daemon_count = count
        for show in self._count_shown:
            show(count)
        self._show_readiness()

    def show_clock_changed(self) -> None:
        """Sort and say everything anew: the clock or the zone has changed."""
        self.alarms.model.reload()
        self.alarms.show_standing()
        self.show_time(self._book.clock.now())

    def show_rings(self) -> None:
        """Show what rings now in its own window, which comes to the front for a new ring."""
        if self.ring_window is None:
            if not self._book.ringing():
                return
            from alarmclock.ui.ring.ring_window import RingWindow

            self.ring_window = RingWindow(self._book.clock)
            self.ring_window.stop_requested.connect(self.desk.stop)
            self.ring_window.snooze_requested.connect(self.desk.snooze)
        from alarmclock.ui.ring.view import ring_views

        self.ring_window.show_rings(ring_views(self._book))

    def show_sound_problem(self, sentence: str) -> None:
        """Say in the ring window why nothing is heard; empty when all is well."""
        if self.ring_window is not None:
            self.ring_window.show_problem(sentence)

    def end_rings(self) -> None:
        """Take the ring window away: the program closes."""
        if self.ring_window is not None:
            self.ring_window.show_rings([])

    def keep_live(self, seen: set[str]) -> None:
        """Keep the ticking lines of these alarms and of the running timers only."""
        timers = {timer.id for timer in self._book.timers() if self.is_seen}
        self.activity.keep_live(seen | timers)

    @property
    def is_seen(self) -> bool:
        """True while the window is open and not minimised."""
        return self.window.isVisible() and not self.window.isMinimized()

    def seen_ids(self) -> set[str]:
        """Give the alarms whose countdown somebody can see."""
        return self.alarms.list.seen_ids() if self.is_seen else set()

    # Joining

    def _join_window(self) -> None:
        window, desk = self.window, self.desk
        window.add_requested.connect(self.editor_desk.add)
        window.words_requested.connect(self._take_words)
        window.undo_requested.connect(desk.undo)
        window.redo_requested.connect(desk.redo)
        window.shortcuts_requested.connect(self._show_shortcuts)
        window.page_shown.connect(self._follow_page)

    def _join_alarms(self) -> None:
        cards, entry, desk = self.alarms.list, self.alarms.quick_entry, self.desk
        cards.edit_requested.connect(self.editor_desk.edit)
        cards.switch_requested.connect(desk.switch)
        cards.duplicate_requested.connect(desk.duplicate)
        cards.delete_requested.connect(desk.delete)
        cards.end_snooze_requested.connect(desk.stop)
        cards.seen_changed.connect(self.window.seen_changed)
        entry.entered.connect(self._add_in_words)
        entry.add_requested.connect(self.editor_desk.add)
        self.alarms.missed_notice.acknowledge_requested.connect(desk.acknowledge)

    def _add_in_words(self, words: str) -> None:
        added = self.desk.add_in_words(words)
        if added is not None:
            self.alarms.quick_entry.clear()
            self.alarms.list.select(added)

    def _take_words(self) -> None:
        self.window.show_page(PageNumber.ALARMS)
        self.alarms.quick_entry.line.setFocus()

    def _follow(self, change: Change) -> None:
        del change
        self.show_rings()
        self._show_timers()

    def _follow_page(self, number: int) -> None:
        if number != PageNumber.ALARMS:
            self.editor_desk.close()
        self.show_time(self._book.clock.now())

    # Pages

    def _make_timers(self) -> QWidget:
        from alarmclock.ui.timers.page import TimersPage

        page = TimersPage(self._theme, self._book.clock)
        page.start_requested.connect(self.desk.start_timer)
        page.pause_requested.connect(self.desk.pause_timer)
        page.resume_requested.connect(self.desk.resume_timer)
        page.extend_requested.connect(self.desk.extend_timer)
        page.restart_requested.connect(self.desk.restart_timer)
        page.cancel_requested.connect(self.desk.delete)
        page.presets_changed.connect(self.desk.change_presets)
        self._preferences.listen(lambda settings: page.show_presets(settings.timer_presets))
        page.show_presets(self._preferences.settings.timer_presets)
        self._parts.append(page)
        self._timers = page
        self._show_timers()
        return page

    def _make_activity(self) -> QWidget:
        from alarmclock.ui.activity.page import ActivityPage

        page = ActivityPage(self.activity, self._theme)
        self._count_shown.append(page.show_daemon_count)
        page.show_daemon_count(self._daemon_count)
        self._parts.append(page)
        return page

    def _make_settings(self) -> QWidget:
        from alarmclock.ui.settings.page import SettingsPage

        def change(settings: Settings) -> None:
            if not self.desk.change_settings(settings):
                page.show_settings(self._preferences.settings)

        page = SettingsPage(self._theme, resources.sounds())
        page.settings_changed.connect(change)
        page.shortcuts_requested.connect(self._show_shortcuts)
        page.open_folder_requested.connect(
            lambda: self._outside.open_folder(self._outside.data_folder)
        )
        page.show_settings(self._preferences.settings)
        page.show_about(self._outside.version, self._outside.data_folder)
        self._preferences.listen(page.show_settings)
        return page

    def _show_timers(self) -> None:
        if self._timers is not None:
            from alarmclock.ui.timers.row import TimerRow

            book = self._book
            rows = [
                TimerRow(timer, book.state(timer.id), book.due(timer.id))
                for timer in reversed(book.timers())
            ]
            # The newest comes first, what has ended last.
            rows.sort(key=lambda row: row.state is State.ENDED)
            self._timers.show_timers(rows)

    def _show_shortcuts(self) -> None:
        from alarmclock.ui.shortcuts_view import ShortcutsView

        if self._shortcuts is None:
            self._shortcuts = ShortcutsView()
            self._shortcuts.closed.connect(self._hide_shortcuts)
        self.window.cover(self._shortcuts)
        self._shortcuts.take_focus()

    def _hide_shortcuts(self) -> None:
        self.window.show_page(self.window.page_number)

    def _show_readiness(self) -> None:
        if self._daemon_count:
            waiting = counted(self._daemon_count, "daemon waits", "daemons wait")
            self.ready_card.show_verdict(
                Tone.GOOD, "Armed", f"{waiting} · rings while this window is open"
            )
        else:
            self.ready_card.show_verdict(
                Tone.WARN, "Nothing is armed", "Turn an alarm on to be rung"
            )


def _with_margin(panel: QWidget) -> QWidget:
    """Keep the panel off the edge of the window."""
    framed = QWidget()
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, PANEL_MARGIN, PANEL_MARGIN, PANEL_MARGIN)
    column.addWidget(panel)
    return framed
