"""All fields of the editor, joined: an alarm goes in, an alarm comes out."""

from dataclasses import replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from alarmclock.core.alarm import Alarm, check_label
from alarmclock.ui.editor.entry_edit import EntryEdit
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.editor.repeat_fields import RepeatFields
from alarmclock.ui.editor.ring_fields import RingFields
from alarmclock.ui.editor.zone_field import ZoneField
from alarmclock.ui.theme import Theme

LOWEST_SCROLL = 120
RIGHT_MARGIN = 24
SCROLLBAR_WIDTH = 10


class AlarmFields(QScrollArea):
    """The fields below the time; they scroll where the window is low."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QWidget(self)
        self.label = EntryEdit(page)
        self.label.setObjectName("label")
        self.label.setToolTip("What the alarm is for.")
        self.repeat = RepeatFields(theme, page)
        self.zone = ZoneField(theme, page)
        self.zone.setToolTip("The place whose time this alarm keeps.")
        self.ring = RingFields(theme, page)
        self.rows = {
            "label": FieldRow("Label", self.label, parent=page),
            **self.repeat.rows,
            "zone": FieldRow("Time zone", self.zone, parent=page),
            **self.ring.rows,
        }
        self._lay_out(page)
        self.label.textChanged.connect(self.changed)
        for part in (self.repeat, self.zone, self.ring):
            part.changed.connect(self.changed)
        self.zone.left.connect(self.left)
        self.repeat.date_field.edit.left.connect(self.left)

    def show_alarm(self, alarm: Alarm, now: datetime, system_zone: tzinfo) -> None:
        """Show an alarm from its label on."""
        self.label.setText(alarm.label)
        self.label.home(False)
        self.repeat.show_rule(alarm.rule, now.astimezone(system_zone).date())
        self.zone.show_zone(alarm.zone, system_zone)
        self.ring.show_settings(alarm.ring)
        self.verticalScrollBar().setValue(0)

    def show_now(self, now: datetime, system_zone: tzinfo) -> None:
        """Follow the day and the zone of the system."""
        self.repeat.show_today(now.astimezone(system_zone).date())
        self.zone.show_system_zone(system_zone)

    def when(self, alarm: Alarm) -> Alarm:
        """Give an alarm the rule and the zone that are entered. Raises Invalid."""
        return replace(alarm, rule=self.repeat.rule(), zone=self.zone.zone())

    def alarm(self, alarm: Alarm) -> Alarm:
        """Give an alarm everything that is entered. Raises Invalid."""
        label = self._label(alarm.label)
        return replace(self.when(alarm), label=label, ring=self.ring.settings())

    def entries(self) -> tuple[object, ...]:
        """Give what is entered, to tell whether it changed."""
        return (
            self.label.text(),
            *self.repeat.entries(),
            self.zone.currentText(),
            *self.ring.entries(),
        )

    def stack(self, *, stacked: bool) -> None:
        """Set the fields below their names, or beside them."""
        for row in self.rows.values():
            row.stack(stacked=stacked)

    def reveal(self, field: QWidget) -> None:
        """Scroll until a field and what is said below it are seen."""
        if self.isAncestorOf(field):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.ensureWidgetVisible(field, 0, ROW_GAP * 4)

    def _label(self, before: str) -> str:
        typed = self.label.text()
        if typed == before:
            return before
        # A pasted label may have line ends, tabs and hard spaces, which no row can show.
        label = typed.strip() if typed.isprintable() else " ".join(typed.split())
        check_label(label)
        return label

    def _lay_out(self, page: QWidget) -> None:
        layout = self._page_layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 2, RIGHT_MARGIN, 2)
        layout.setSpacing(ROW_GAP)
        for part in (self.rows["label"], self.repeat, self.rows["zone"], self.ring):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(LOWEST_SCROLL)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, _lowest: int, highest: int) -> None:
        """Let the scroll bar stand in the margin, so that the fields keep their width."""
        margin = RIGHT_MARGIN - SCROLLBAR_WIDTH if highest else RIGHT_MARGIN
        self._page_layout.setContentsMargins(0, 2, margin, 2)
