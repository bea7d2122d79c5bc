"""The activity beside the alarms: a card with the newest lines."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alarmclock.core.words.wording import counted
from alarmclock.ui.activity.activity_list import ActivityList
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.theme import Theme

NARROWEST = 240
# Inside the border of the card, which is 1 wide.
HEADER_MARGINS = (19, 15, 19, 16)
LIST_MARGINS = (11, 0, 1, 0)
FOOTER_MARGINS = (15, 8, 15, 15)
NO_FOOTER_MARGINS = (0, 0, 0, 11)


def daemons_line(count: int) -> str:
    """Say how many daemons run: “5 daemons”."""
    return counted(count, "daemon", "daemons") if count else "no daemons"


class ActivityPanel(QFrame):
    """Shows the lines of an ActivityModel, how many daemons run, and a footer if there is one."""

    def __init__(self, model: ActivityModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activityPanel")
        self.setProperty("look", "card")
        self.setMinimumWidth(NARROWEST)
        self._model = model
        self._count = QLabel(daemons_line(0), self)
        self._count.setObjectName("daemonCount")
        self._count.setProperty("look", "small")
        self._list = ActivityList(model, theme, self)
        self._list.setObjectName("activityList")
        self._footer: QWidget | None = None
        self._lay_out()

    def show_daemon_count(self, count: int) -> None:
        """Say how many daemons run."""
        self._count.setText(daemons_line(count))

    def show_time(self, now: datetime) -> None:
        """Turn today's times into yesterday's at midnight."""
        self._model.show_time(now)

    def set_footer(self, widget: QWidget) -> None:
        """Put a widget under the list, in the place of the one before."""
        if self._footer is not None:
            self._footer_layout.removeWidget(self._footer)
            self._footer.deleteLater()
        self._footer = widget
        self._footer_layout.addWidget(widget)
        self._footer_layout.setContentsMargins(*FOOTER_MARGINS)

    def _lay_out(self) -> None:
        heading = QLabel("Activity", self)
        heading.setProperty("look", "heading")
        header = QHBoxLayout()
        header.setContentsMargins(*HEADER_MARGINS)
        header.addWidget(heading)
        header.addStretch()
        header.addWidget(self._count)
        middle = QHBoxLayout()
        middle.setContentsMargins(*LIST_MARGINS)
        middle.addWidget(self._list)
        self._footer_layout = QVBoxLayout()
        self._footer_layout.setContentsMargins(*NO_FOOTER_MARGINS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addLayout(middle, 1)
        layout.addLayout(self._footer_layout)
