"""All fields of the editor, joined: an alarm goes in, an alarm comes out."""

from datetime import datetime, time, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from alarmclock.core.alarm import NO_DATES, Alarm, check_label
from alarmclock.core.errors import Invalid
from alarmclock.core.rules.limits import NO_LIMITS
from alarmclock.core.schedule import zone_named
from alarmclock.ui.editor.draft import first_day
from alarmclock.ui.editor.entry_edit import EntryEdit
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.editor.limit_fields import LimitFields
from alarmclock.ui.editor.repeat_fields import RepeatFields
from alarmclock.ui.editor.ring_fields import RingFields
from alarmclock.ui.editor.ring_plan import RingPlan
from alarmclock.ui.editor.rule_kind import COMMON
from alarmclock.ui.editor.zone_field import ZoneField
from alarmclock.ui.theme import Theme
from alarmclock.values import replace

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
        self.plan = RingPlan(page)
        self.limits = LimitFields(theme, page)
        self.zone = ZoneField(theme, page)
        self.zone.setToolTip("The place whose time this alarm keeps.")
        self.ring = RingFields(theme, page)
        self.rows = {
            "label": FieldRow("Label", self.label, parent=page),
            **self.repeat.rows,
            "ringPlan": FieldRow("Next rings", self.plan, parent=page, is_tall=True),
            **self.limits.rows,
            "zone": FieldRow("Time zone", self.zone, parent=page),
            **self.ring.rows,
        }
        self._lay_out(page)
        self.label.textChanged.connect(self.changed)
        for part in (self.repeat, self.limits, self.zone, self.ring):
            part.changed.connect(self.changed)
        for typed in (self.repeat, self.limits, self.zone):
            typed.left.connect(self.left)
        self.repeat.changed.connect(self._show_limits)
        self.repeat.pills.more_toggled.connect(self._show_limits)

    def show_alarm(self, alarm: Alarm, now: datetime, system_zone: tzinfo) -> None:
        """Show an alarm from its label on."""
        self.label.setText(alarm.label)
        self.label.home(False)
        self.zone.show_zone(alarm.zone, system_zone)
        zone = self._zone(system_zone)
        today = now.astimezone(zone).date()
        self.repeat.show_rule(alarm.rule, today, first_day(alarm.time, now, zone))
        self.limits.show_today(today)
        self.limits.show_limits(alarm.limits if alarm.rule.repeats else NO_LIMITS)
        is_common = self.repeat.kind in COMMON and self.limits.limits() == NO_LIMITS
        self.repeat.pills.show_more(more=not is_common)
        self._show_limits()
        self.ring.show_settings(alarm.ring)
        self.verticalScrollBar().setValue(0)

    def show_now(self, now: datetime, system_zone: tzinfo, wall: time | None) -> None:
        """Follow the day, the zone of the system, and the time of day that is entered."""
        self.zone.show_system_zone(system_zone)
        zone = self._zone(system_zone)
        today = now.astimezone(zone).date()
        self.repeat.show_today(today, first_day(wall, now, zone))
        self.limits.show_today(today)

    def when(self, alarm: Alarm) -> Alarm:
        """Give an alarm the rule, the limits and the zone that are entered. Raises Invalid."""
        rule, zone = self.repeat.rule(), self.zone.zone()
        if not rule.repeats:
            return replace(alarm, rule=rule, zone=zone, limits=NO_LIMITS, skipped=NO_DATES)
        return replace(alarm, rule=rule, zone=zone, limits=self.limits.limits())

    def alarm(self, alarm: Alarm) -> Alarm:
        """Give an alarm everything that is entered. Raises Invalid."""
        label = self._label(alarm.label)
        return replace(self.when(alarm), label=label, ring=self.ring.settings())

    def entries(self) -> tuple[object, ...]:
        """Give what is entered, to tell whether it changed."""
        return (
            self.label.text(),
            *self.repeat.entries(),
            *(self.limits.entries() if self.repeat.kind.repeats else ()),
            self.zone.currentText(),
            *self.ring.entries(),
        )

    def stack(self, *, stacked: bool) -> None:
        """Set the fields below their names, or beside them."""
        for row in self.rows.values():
            row.stack(stacked=stacked)

    def reveal(self, field: QWidget) -> None:
        """Scroll until a field and what is said below it are seen."""
        row = next((row for row in self.rows.values() if row.field is field), None)
        if row is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.ensureWidgetVisible(row, 0, ROW_GAP)
            self.ensureWidgetVisible(field, 0, ROW_GAP)

    def _zone(self, system_zone: tzinfo) -> tzinfo:
        """Give the zone that is entered, the system's while none can be read."""
        try:
            name = self.zone.zone()
        except Invalid:
            return system_zone
        return zone_named(name, system_zone)

    def _show_limits(self) -> None:
        self.limits.show_rows(repeats=self.repeat.kind.repeats, more=self.repeat.pills.shows_more)
        self.plan.keep_room(repeats=self.repeat.kind.repeats)

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
        named = (self.rows[name] for name in ("label", "ringPlan", "zone"))
        label, plan, zone = named
        for part in (label, self.repeat, plan, self.limits, zone, self.ring):
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
