"""Asks in the ring window whether somebody who stopped a ring is still awake."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.ring.glass_button import GlassButton
from alarmclock.ui.ring.view import RingView
from alarmclock.ui.theme import font
from alarmclock.ui.widgets.elided_label import ElidedLabel
from alarmclock.ui.widgets.look import wear

QUESTION = "Still awake?"


class AskingPanel(QFrame):
    """Shows the question, and how long there is to answer it. It makes no sound."""

    awake_requested = Signal(str)
    is_asking_task = False

    def __init__(
        self, item_id: str, is_listening: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self._view: RingView | None = None
        self._is_compact = False
        self._question = QLabel(QUESTION)
        self._name = ElidedLabel()
        self._detail = QLabel()
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._awake = GlassButton("I'm awake", "glassSolid", is_listening)
        self._set_up()
        self._arrange()

    def show_ring(self, view: RingView, _zone: tzinfo) -> None:
        """Show which ring it is about."""
        self._view = view
        self._name.setText(view.name)
        self._name.setAccessibleName(view.name)
        self.setAccessibleName(f"{QUESTION} {view.name}")
        self._awake.setAccessibleDescription(f"{QUESTION} {view.name}")

    def show_time(self, now: datetime, _zone: tzinfo) -> None:
        """Show how long there is to answer."""
        if self._view is not None:
            self._detail.setText(self._view.asking_detail(now))

    def be_compact(self, *, compact: bool) -> None:
        """Be one of several, or fill the window."""
        if compact is not self._is_compact:
            self._is_compact = compact
            self._arrange()

    def answer(self) -> None:
        """Say that somebody is awake."""
        self.awake_requested.emit(self.item_id)

    def snooze(self) -> None:
        """Do nothing: who is asked whether they are awake can't sleep on."""

    def _arrange(self) -> None:
        compact = self._is_compact
        wear(self, "glassCard" if compact else "")
        wear(self._awake, "little" if compact else "much", "room")
        self._awake.setMinimumHeight(44 if compact else 60)
        self._question.setFont(font(26 if compact else 48, QFont.Weight.Bold))
        self._name.setFont(font(18 if compact else 24, QFont.Weight.DemiBold))

    def _set_up(self) -> None:
        self._question.setObjectName("awakeQuestion")
        self._name.setObjectName("awakeName")
        self._detail.setObjectName("awakeDetail")
        self._detail.setFont(font(14, QFont.Weight.DemiBold))
        self._detail.setWordWrap(True)
        self._awake.setObjectName("stillAwake")
        self._awake.setAccessibleName("I'm awake")
        self._awake.setToolTip("I'm awake (Enter)")
        self._awake.clicked.connect(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._question, self._name, self._detail):
            label.setProperty("look", "onSky")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._awake)
