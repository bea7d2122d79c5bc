"""The activity on a page of its own, with each time to the second."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.activity.activity_list import ActivityList
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.activity.panel import daemons_line
from alarmclock.ui.theme import Theme

PAGE_MARGINS = (24, 24, 24, 24)
CARD_MARGINS = (11, 11, 1, 11)
SPACING = 16


class ActivityPage(QWidget):
    """Shows all that happened, back to the first line in the store."""

    def __init__(self, model: ActivityModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activityPage")
        self._model = model
        self._count = QLabel(daemons_line(0), self)
        self._count.setObjectName("activityPageDaemonCount")
        self._count.setProperty("look", "muted")
        self._list = ActivityList(model, theme, self, roomy=True)
        self._list.setObjectName("activityPageList")
        self._lay_out()

    def show_daemon_count(self, count: int) -> None:
        """Say how many daemons run."""
        self._count.setText(daemons_line(count))

    def show_time(self, now: datetime) -> None:
        """Turn today's times into yesterday's at midnight."""
        self._model.show_time(now)

    def _lay_out(self) -> None:
        title = QLabel("Activity", self)
        title.setProperty("look", "title")
        header = QHBoxLayout()
        header.addWidget(title)
        header.addStretch()
        header.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*CARD_MARGINS)
        inside.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(SPACING)
        layout.addLayout(header)
        layout.addWidget(card, 1)
