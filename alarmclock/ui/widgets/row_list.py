"""A list of equally high rows whose places are reckoned: ten thousand cost what ten do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QHoverEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Hint = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction


class RowList(QListView):
    """One column of rows of one height, scrolled by pixels.

    QListView lays out every row anew whenever one comes, goes or moves, and asks the model for
    each of them. Here a row's place follows from its number, and only what is seen is painted.
    It stays a QListView for those who look for a list: tests, automation and screen readers.

    With a `ground`, the one colour that is behind it, it paints that itself: what it lies on need
    not be painted with every row, and scrolling moves the picture.
    """

    def __init__(
        self,
        row_height: int,
        parent: QWidget | None = None,
        ground: Callable[[], QColor] | None = None,
    ) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._ground = ground
        self._followed: QAbstractItemModel | None = None
        self._pointer: QPoint | None = None
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(row_height)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)

    @property
    def seen_rows(self) -> range:
        """The rows of which at least a part can be seen."""
        return self._rows_in(self.viewport().rect()) if self.isVisible() else range(0)

    # Places

    def visualRect(self, index: AnyIndex) -> QRect:
        """Give the place of a row on the viewport."""
        if not index.isValid():
            return QRect()
        return self._place(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Give the row at a point of the viewport."""
        row = (point.y() + self.verticalOffset()) // self._row_height
        if not 0 <= row < self._count() or not 0 <= point.x() < self.viewport().width():
            return QModelIndex()
        return self.model().index(row, 0)

    def scrollTo(self, index: AnyIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if not index.isValid():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self._row_height
        at_bottom = top + self._row_height - room
        match hint:
            case Hint.PositionAtTop:
                bar.setValue(top)
            case Hint.PositionAtBottom:
                bar.setValue(at_bottom)
            case Hint.PositionAtCenter:
                bar.setValue((top + at_bottom) // 2)
            case _:
                bar.setValue(min(max(bar.value(), at_bottom), top))

    def verticalOffset(self) -> int:
        """Give how far down it is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Give nothing: a row is as wide as the list."""
        return 0

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Give what a selection covers of the viewport."""
        seen = self.viewport().rect()
        region = QRegion()
        for place in range(selection.size()):
            part = selection.at(place)
            both = self._place(part.top()).united(self._place(part.bottom()))
            region += both.intersected(seen)
        return region

    # What the model tells

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a model."""
        if self._followed is not None:
            self._followed.rowsRemoved.disconnect(self._fit)
        super().setModel(model)
        self._followed = model
        if model is not None:
            model.rowsRemoved.connect(self._fit)
        self.updateGeometries()

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:
        """Paint what changed and nothing else."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def rowsInserted(self, parent: AnyIndex, first: int, last: int) -> None:
        """Make room for new rows."""
        QAbstractItemView.rowsInserted(self, parent, first, last)
        self._fit()

    def rowsAboutToBeRemoved(self, parent: AnyIndex, first: int, last: int) -> None:
        """Let another row become the current one where that one goes."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)

    def doItemsLayout(self) -> None:
        """Fit the scroll bar: there is nothing else to lay out."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the number of rows."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(self._count() * self._row_height - room, 0))
        QAbstractItemView.updateGeometries(self)

    # Hands

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Give the row to which a key leads."""
        del modifiers
        count, row = self._count(), max(self.currentIndex().row(), 0)
        a_page = max(self.viewport().height() // self._row_height, 1)
        steps = {
            Move.MoveUp: -1,
            Move.MovePrevious: -1,
            Move.MoveDown: 1,
            Move.MoveNext: 1,
            Move.MovePageUp: -a_page,
            Move.MovePageDown: a_page,
            Move.MoveHome: -count,
            Move.MoveEnd: count,
        }
        if not count:
            return QModelIndex()
        if not self.currentIndex().isValid():
            return self.model().index(0, 0)
        return self.model().index(min(max(row + steps.get(action, 0), 0), count - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows within a rectangle of the viewport."""
        rows = self._rows_in(rect.normalized())
        chosen = QItemSelection()
        if rows:
            model = self.model()
            chosen.select(model.index(rows[0], 0), model.index(rows[-1], 0))
        self.selectionModel().select(chosen, command)

    def viewportEvent(self, event: QEvent) -> bool:
        """Remember where the pointer is; to ask the screen for it in each picture takes long."""
        match event.type():
            case QEvent.Type.HoverEnter | QEvent.Type.HoverMove:
                assert isinstance(event, QHoverEvent)
                self._pointer = event.position().toPoint()
            case QEvent.Type.HoverLeave | QEvent.Type.Leave:
                self._pointer = None
        return super().viewportEvent(event)

    # Eyes

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the picture, so that only what comes into view is painted."""
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the delegate paint the rows that are to be seen."""
        painter = QPainter(self.viewport())
        if self._ground is not None:
            painter.fillRect(event.rect(), self._ground())
        model, delegate = self.model(), self.itemDelegate()
        plain = QStyleOptionViewItem()
        self.initViewItemOption(plain)
        current, hovered = self.currentIndex(), self._hovered()
        has_focus = self.hasFocus() or self.viewport().hasFocus()
        for row in self._rows_in(event.rect()):
            index = model.index(row, 0)
            option = QStyleOptionViewItem(plain)
            option.rect = self._place(row)
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if has_focus and index == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if index == hovered:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)

    # Inside

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _place(self, row: int) -> QRect:
        top = row * self._row_height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height)

    def _rows_in(self, area: QRect) -> range:
        """Give the rows that a part of the viewport shows."""
        offset, height = self.verticalOffset(), self._row_height
        first = max((area.top() + offset) // height, 0)
        last = (area.bottom() + offset) // height
        return range(first, max(min(last + 1, self._count()), first))

    def _hovered(self) -> QModelIndex:
        return self.indexAt(self._pointer) if self._pointer is not None else QModelIndex()

    def _fit(self) -> None:
        self.updateGeometries()
        self.viewport().update()
