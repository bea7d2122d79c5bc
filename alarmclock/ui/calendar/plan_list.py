"""The list of the calendar, usable by mouse and by keyboard."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from alarmclock.core.outlook.entry import Entry
from alarmclock.ui.calendar.plan_delegate import PLAIN_HEIGHT, PlanDelegate
from alarmclock.ui.calendar.plan_model import AnyIndex, Key, PlanModel, key_of
from alarmclock.ui.theme import Theme


class PlanList(QListView):
    """Shows days and entries; asks for what a person wants done with one of them."""

    entry_chosen = Signal(object)
    skip_requested = Signal()
    take_back_requested = Signal()
    edit_requested = Signal()

    def __init__(self, model: PlanModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendarList")
        self.setAccessibleName("Rings by day")
        self._lines = model
        self._chosen: Key | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(PLAIN_HEIGHT // 2)
        self._empty = QLabel(self.viewport())
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out_empty()
        self.setItemDelegate(PlanDelegate(theme, self))
        self.setModel(model)
        model.modelReset.connect(self._choose_again)
        self.activated.connect(lambda _index: self.edit_requested.emit())
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> Entry | None:
        """The entry that is chosen."""
        index = self.currentIndex()
        return self._lines.entry(index.row()) if index.isValid() else None

    def say_when_empty(self, sentence: str) -> None:
        """Say this while there are no entries."""
        self._empty.setText(sentence)
        is_empty = not self._lines.rowCount()
        self._empty.setVisible(is_empty)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_empty else Qt.FocusPolicy.StrongFocus)

    def go_to(self, day: date) -> None:
        """Bring the first entry of a day, or of the first later one, to the top."""
        row = self._lines.first_entry_from(day)
        if row is None:
            self.scrollToBottom()
        else:
            above = self._lines.index(max(row - 1, 0))
            self.scrollTo(above, QAbstractItemView.ScrollHint.PositionAtTop)

    # Qt

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell what is chosen now."""
        super().currentChanged(current, previous)
        entry = self.chosen
        if entry is not None:
            self._chosen = key_of(entry)
        self.entry_chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip with S, take that back with Shift+S, edit with Enter."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_S if plain:
                self.skip_requested.emit()
            case Qt.Key.Key_S if shift:
                self.take_back_requested.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_requested.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the entry that Qt takes for the current one: it does not mark it by itself."""
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())

    def _lay_out_empty(self) -> None:
        self._empty.setObjectName("calendarEmpty")
        self._empty.setProperty("look", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.viewport()).addWidget(self._empty)

    def _choose_again(self) -> None:
        """Keep the chosen entry when all are read anew."""
        row = self._lines.row_of(self._chosen) if self._chosen else None
        if row is not None:
            self.setCurrentIndex(self._lines.index(row))
        self.entry_chosen.emit(self.chosen)
