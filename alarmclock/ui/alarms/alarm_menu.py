"""The menu of one alarm: everything that can be done with it, with the key that does it."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from alarmclock.core.activity.ring_words import end_wait_words
from alarmclock.core.book.book import State
from alarmclock.core.schedule import zone_of
from alarmclock.ui.alarms.pause_menu import PauseMenu
from alarmclock.ui.alarms.row_text import AlarmRow
from alarmclock.ui.theme import Theme

SKIPS_OFFERED = (2, 3, 5, 7, 14)


class Requests(Protocol):
    """What the menu can ask for; the list of alarms has these signals."""

    edit_requested: SignalInstance
    switch_requested: SignalInstance
    duplicate_requested: SignalInstance
    delete_requested: SignalInstance
    end_snooze_requested: SignalInstance
    skip_requested: SignalInstance
    take_back_requested: SignalInstance
    pause_requested: SignalInstance
    resume_requested: SignalInstance
    calendar_requested: SignalInstance


class AlarmMenu(QMenu):
    """Offers only what makes sense for the alarm as it stands."""

    def __init__(
        self,
        row: AlarmRow,
        requests: Requests,
        theme: Theme,
        moment: tuple[datetime, tzinfo],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("alarmMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._row = row
        self._requests = requests
        self._theme = theme
        self._moment = moment
        self._host = parent
        self._id = row.alarm.id
        self._add_usual()
        self.addSeparator()
        if row.is_on:
            self._add_skipping()
            self._add_pausing()
            self.addSeparator()
        self._add("See it in the calendar\tC", requests.calendar_requested)
        self._add("Duplicate\tCtrl+D", requests.duplicate_requested)
        self._add("Delete\tDel", requests.delete_requested)

    def _add_usual(self) -> None:
        row, requests = self._row, self._requests
        self._add("Edit\tEnter", requests.edit_requested)
        self.addAction(
            "Turn off\tSpace" if row.is_on else "Turn on\tSpace",
            lambda: requests.switch_requested.emit(self._id, not row.is_on),
        )
        if row.state is State.SNOOZED and row.ring is not None:
            self._add(f"{end_wait_words(row.ring)}\tEsc", requests.end_snooze_requested)

    def _add_skipping(self) -> None:
        if not self._row.alarm.rule.repeats:
            return
        self.addAction("Skip the next ring\tS", self._skipping(1))
        more = self.addMenu("Skip more")
        for count in SKIPS_OFFERED:
            more.addAction(f"The next {count} rings", self._skipping(count))
        if self._row.skips(*self._moment):
            self._add("Ring as planned again\tShift+S", self._requests.take_back_requested)

    def _skipping(self, count: int) -> Callable[[], None]:
        return lambda: self._requests.skip_requested.emit(self._id, count)

    def _add_pausing(self) -> None:
        if self._row.alarm.pause is not None and self._row.state is State.PAUSED:
            self._add("Resume\tP", self._requests.resume_requested)
            return
        row, requests = self._row, self._requests
        self.addMenu(pause_menu(row, requests, self._theme, self._moment, self._host, self))

    def _add(self, text: str, signal: SignalInstance) -> None:
        self.addAction(text, lambda: signal.emit(self._id))


def pause_menu(
    row: AlarmRow,
    requests: Requests,
    theme: Theme,
    moment: tuple[datetime, tzinfo],
    host: QWidget,
    parent: QWidget | None = None,
) -> PauseMenu:
    """Make the menu that pauses an alarm; its dates are those of the alarm's zone."""
    now, system_zone = moment
    today = now.astimezone(zone_of(row.alarm, system_zone)).date()
    item_id = row.alarm.id

    def choose(until: date | None) -> None:
        requests.pause_requested.emit(item_id, until)

    return PauseMenu(theme, "Pause", today, choose, host, parent)
