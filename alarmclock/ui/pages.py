"""The pages beside the alarms, each made and joined when it is first wanted."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from alarmclock import resources
from alarmclock.core.activity.events import Event
from alarmclock.core.book.book import AlarmBook, State
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.settings import Settings
from alarmclock.core.words.wording import item_name
from alarmclock.ui.desk import Desk
from alarmclock.ui.outside import Outside
from alarmclock.ui.theme import Theme

if TYPE_CHECKING:
    from alarmclock.ui.activity.filtered_model import FilteredModel
    from alarmclock.ui.activity.page import ActivityPage
    from alarmclock.ui.calendar.page import CalendarPage
    from alarmclock.ui.settings.page import SettingsPage
    from alarmclock.ui.timers.page import TimersPage


class Pages(QObject):
    """Timers, Calendar, Activity and Settings."""

    shortcuts_requested = Signal()
    edit_requested = Signal(str)
    export_requested = Signal(str, bool)
    import_requested = Signal(str)
    backups_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        book: AlarmBook,
        desk: Desk,
        preferences: Preferences,
        outside: Outside,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._book = book
        self._desk = desk
        self._preferences = preferences
        self._outside = outside
        self._timers: TimersPage | None = None
        self._calendar: CalendarPage | None = None
        self._activity: ActivityPage | None = None
        self._events: FilteredModel | None = None
        self._daemon_count = 0

    def show_time(self, now: datetime) -> None:
        """Show an instant on the page that can be seen."""
        for page in (self._timers, self._calendar, self._activity):
            if page is not None and page.isVisible():
                page.show_time(now)

    def show_daemon_count(self, count: int) -> None:
        """Show how many daemons run."""
        self._daemon_count = count
        if self._activity is not None:
            self._activity.show_daemon_count(count)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show events on the page of activity, if there is one."""
        if self._activity is not None:
            self._activity.show_events(events)

    def keep_live(self, item_ids: set[str]) -> None:
        """Keep the ticking lines of these only."""
        if self._events is not None:
            self._events.keep_live(item_ids)

    def show_timers(self) -> None:
        """Show the timers as they stand: the newest first, what has ended last."""
        if self._timers is None:
            return
        from alarmclock.ui.timers.row import TimerRow

        book = self._book
        rows = [
            TimerRow(timer, book.state(timer.id), book.due(timer.id), book.open_ring(timer.id))
            for timer in reversed(book.timers())
        ]
        rows.sort(key=lambda row: row.state is State.ENDED)
        self._timers.show_timers(rows)

    def make_timers(self) -> "TimersPage":
        """Make the page of timers."""
        from alarmclock.ui.timers.page import TimersPage

        page = self._timers = TimersPage(self._theme, self._book.clock)
        page.start_requested.connect(self._desk.start_timer)
        page.pause_requested.connect(self._desk.pause_timer)
        page.resume_requested.connect(self._desk.resume_timer)
        page.extend_requested.connect(self._desk.extend_timer)
        page.restart_requested.connect(self._desk.restart_timer)
        page.cancel_requested.connect(self._desk.delete)
        page.presets_changed.connect(self._desk.change_presets)
        self._preferences.listen(lambda settings: page.show_presets(settings.timer_presets))
        page.show_presets(self._preferences.settings.timer_presets)
        self.show_timers()
        return page

    def show_change(self) -> None:
        """Show on the calendar that alarms or rings have changed."""
        if self._calendar is not None:
            self._calendar.show_change()

    def show_in_calendar(self, item_id: str) -> None:
        """Show the rings of one alarm on the calendar, which is there."""
        if self._calendar is not None:
            self._calendar.show_alarm(item_id)

    def show_all_in_calendar(self) -> None:
        """Show the rings of all alarms on the calendar, if it is there."""
        if self._calendar is not None:
            self._calendar.show_all()

    def make_calendar(self) -> "CalendarPage":
        """Make the calendar."""
        from alarmclock.core.outlook.floors import Floors
        from alarmclock.core.outlook.outlook import outlook
        from alarmclock.ui.calendar.page import CalendarPage

        book, desk = self._book, self._desk

        def subjects() -> list[tuple[str, str]]:
            return [(alarm.id, item_name(alarm)) for alarm in book.alarms()]

        read = partial(outlook, book, self._outside.record, floors=Floors(book))
        page = self._calendar = CalendarPage(read, subjects, self._theme, book.clock)
        page.skip_requested.connect(desk.skip_day)
        page.take_back_requested.connect(desk.take_back)
        page.edit_requested.connect(self.edit_requested)
        return page

    def make_activity(self) -> "ActivityPage":
        """Make the page of activity."""
        from alarmclock.ui.activity.filtered_model import FilteredModel
        from alarmclock.ui.activity.page import ActivityPage, View
        from alarmclock.ui.activity.rings_model import RingsModel

        clock, outside = self._book.clock, self._outside
        events = FilteredModel(clock, outside.events_before, self)
        rings = RingsModel(clock, outside.rings_before, self)
        page = ActivityPage(events, rings, outside.subjects, self._theme, clock)
        page.export_requested.connect(
            lambda view, query, path: outside.export(view is View.RINGS, query, path)
        )
        page.show_daemon_count(self._daemon_count)
        self._activity = page
        self._events = events
        return page

    def make_settings(self) -> "SettingsPage":
        """Make the page of settings."""
        from alarmclock.ui.settings.page import SettingsPage

        outside, preferences = self._outside, self._preferences

        def change(settings: Settings) -> None:
            if not self._desk.change_settings(settings):
                page.show_settings(preferences.settings)

        page = SettingsPage(self._theme, resources.sounds())
        page.settings_changed.connect(change)
        page.shortcuts_requested.connect(self.shortcuts_requested)
        page.exchange.setVisible(outside.exchange is not None)
        page.exchange.export_requested.connect(self.export_requested)
        page.exchange.import_requested.connect(self.import_requested)
        page.exchange.backups_requested.connect(self.backups_requested)
        page.open_folder_requested.connect(lambda: outside.open_folder(outside.data_folder))
        page.show_settings(preferences.settings)
        page.show_about(outside.version, outside.data_folder)
        preferences.listen(page.show_settings)
        return page
