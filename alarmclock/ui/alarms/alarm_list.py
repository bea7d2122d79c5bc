"""The list of alarms, usable by mouse and by keyboard."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from alarmclock.core.book.book import State
from alarmclock.core.ports import Clock
from alarmclock.ui import cards
from alarmclock.ui.alarms.delegate import AlarmDelegate, switch_of
from alarmclock.ui.alarms.model import AlarmModel, Role
from alarmclock.ui.alarms.row_text import AlarmRow, Told, told
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.row_list import RowList

CLICK_MARGIN = 8


class AlarmList(RowList):
    """Shows the cards; asks for changes and makes none."""

    edit_requested = Signal(str)
    switch_requested = Signal(str, bool)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    end_snooze_requested = Signal(str)
    skip_requested = Signal(str, int)
    take_back_requested = Signal(str)
    pause_requested = Signal(str, object)
    resume_requested = Signal(str)
    calendar_requested = Signal(str)
    seen_changed = Signal()
    left_upwards = Signal()
    all_wanted = Signal()

    def __init__(
        self, model: AlarmModel, theme: Theme, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            cards.CARD_HEIGHT + cards.GAP, parent, ground=lambda: theme.colour("background")
        )
        self.setObjectName("alarmList")
        self.setAccessibleName("Alarms")
        self.setToolTip("")
        self._alarms = model
        self._theme = theme
        self._clock = clock
        self._told: dict[str, Told] = {}
        self._remembered: str | None = None
        self.setModel(model)
        self.setItemDelegate(AlarmDelegate(theme, clock, self))
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.seen_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset):
            signal.connect(self.seen_changed)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)
        theme.changed.connect(self.viewport().update)

    def select(self, item_id: str) -> None:
        """Make an alarm the current one and bring it into view."""
        row = self._alarms.row_number(item_id)
        if row is not None:
            index = self._alarms.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_chosen(self) -> None:
        """Bring the chosen alarm into view among others than before; without one, the first."""
        self.updateGeometries()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def seen_ids(self) -> set[str]:
        """Give the alarms whose cards can be seen now."""
        return {self._alarms.item_id(row) for row in self.seen_rows}

    def refresh(self) -> None:
        """Repaint the cards whose text has changed since the last second."""
        now, zone = self._clock.now(), self._clock.zone()
        before, self._told = self._told, {}
        for number in self.seen_rows:
            row = self._alarms.row(number)
            old = before.get(row.alarm.id)
            new = old if old and old.stands(row, now, zone) else told(row, now, zone)
            self._told[row.alarm.id] = new
            if old is None or new.text != old.text:
                self.update(self._alarms.index(number))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the chosen alarm what its menu offers."""
        row = self._current()
        if row is None:
            super().keyPressEvent(event)
            return
        item_id = row.alarm.id
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Space:
                self.switch_requested.emit(item_id, not row.is_on)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_requested.emit(item_id)
            case Qt.Key.Key_D if control:
                self.duplicate_requested.emit(item_id)
            case Qt.Key.Key_Escape if row.state is State.SNOOZED:
                self.end_snooze_requested.emit(item_id)
            case Qt.Key.Key_Delete:
                self.delete_requested.emit(item_id)
            case Qt.Key.Key_C if not control:
                self.calendar_requested.emit(item_id)
            case Qt.Key.Key_S | Qt.Key.Key_P if row.is_on and not control:
                self._hold(row, event)
            case _:
                self._leave(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a switch switches; anywhere else it selects."""
        index = self._switch_at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            row: AlarmRow = index.data(Role.ROW)
            self.setCurrentIndex(index)
            self.switch_requested.emit(row.alarm.id, not row.is_on)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a card edits it; two quick clicks on a switch are two clicks."""
        point = event.position().toPoint()
        if self._switch_at(point) is not None:
            self.mousePressEvent(event)
        elif self.indexAt(point).isValid():
            self.edit_requested.emit(self.indexAt(point).data(Role.ID))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a switch."""
        over = self._switch_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with an alarm; the menu doesn't block the program."""
        row = self._current()
        if row is None:
            return
        from alarmclock.ui.alarms.alarm_menu import AlarmMenu

        AlarmMenu(row, self, self._theme, self._moment(), self).popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of cards can be seen."""
        super().resizeEvent(event)
        self.seen_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+D and the like for the list while it has the focus."""
        if event.type() == QEvent.Type.FocusIn and not self.currentIndex().isValid():
            self.setCurrentIndex(self._alarms.index(0))
        return super().event(event)

    def _remember(self) -> None:
        """Keep in mind which alarm is chosen, until another one is: it may be hidden meanwhile."""
        row = self._current()
        if row is not None:
            self._remembered = row.alarm.id

    def _choose_again(self) -> None:
        """Choose the same alarm again when all of them are read anew or others are shown."""
        row = self._alarms.row_number(self._remembered) if self._remembered else None
        if row is not None:
            self.setCurrentIndex(self._alarms.index(row))

    def _leave(self, event: QKeyEvent) -> None:
        """Show all alarms again with Esc, go to what is looked for with Up from the first one."""
        if event.key() == Qt.Key.Key_Escape:
            self.all_wanted.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _hold(self, row: AlarmRow, event: QKeyEvent) -> None:
        """Skip with S, take that back with Shift+S, pause and resume with P."""
        item_id = row.alarm.id
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_S and shift:
            self.take_back_requested.emit(item_id)
        elif event.key() == Qt.Key.Key_S:
            self.skip_requested.emit(item_id, 1)
        elif row.state is State.PAUSED:
            self.resume_requested.emit(item_id)
        else:
            self._open_pause_menu(row)

    def _open_pause_menu(self, row: AlarmRow) -> None:
        from alarmclock.ui.alarms.alarm_menu import pause_menu

        menu = pause_menu(row, self, self._theme, self._moment(), self)
        place = self.visualRect(self.currentIndex()).center()
        menu.popup(self.viewport().mapToGlobal(place))

    def _moment(self) -> tuple[datetime, tzinfo]:
        return self._clock.now(), self._clock.zone()

    def _current(self) -> AlarmRow | None:
        index = self.currentIndex()
        return index.data(Role.ROW) if index.isValid() else None

    def _switch_at(self, point: QPoint) -> QModelIndex | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        margin = CLICK_MARGIN
        switch = switch_of(self.visualRect(index)).adjusted(-margin, -margin, margin, margin)
        return index if switch.contains(point) else None
