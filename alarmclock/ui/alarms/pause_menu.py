"""The menu that asks how long to pause: until told, for a week, or until a date."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from alarmclock.core.words.wording import short_day
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.calendar_popup import CalendarPopup

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)

Choose = Callable[[date | None], None]


class PauseMenu(QMenu):
    """Chooses the date that rings again, None for a pause until it is resumed.

    Its calendar stands over `host`, which outlives the menu; the menu goes with `parent`, such
    as another menu that it is a part of, or when it is closed. A note stands over the choices.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        today: date,
        choose: Choose,
        host: QWidget,
        parent: QWidget | None = None,
        *,
        note: str = "",
    ) -> None:
        super().__init__(title, parent or host)
        if parent is None:
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("pauseMenu")
        if note:
            self.addAction(note).setEnabled(False)
            self.addSeparator()
        tomorrow, week = today + ONE_DAY, today + ONE_WEEK
        self.addAction("Until I resume", lambda: choose(None))
        self.addAction(f"Until tomorrow, {short_day(tomorrow)}", lambda: choose(tomorrow))
        self.addAction(f"For a week, until {short_day(week)}", lambda: choose(week))
        self.addAction("Until a date…", lambda: _ask_for_date(theme, today, choose, host))


def _ask_for_date(theme: Theme, today: date, choose: Choose, host: QWidget) -> None:
    calendar = CalendarPopup(theme, host)
    calendar.show_day(today + ONE_WEEK, today + ONE_DAY)
    calendar.picked.connect(choose)
    calendar.open_in(host)
