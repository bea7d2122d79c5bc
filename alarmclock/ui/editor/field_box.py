"""The drop-down field of the editor."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyleOptionComboBox, QWidget

from alarmclock.ui.editor.entry_edit import EntryEdit
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.box import Box

CHEVRON_FROM_RIGHT = 18.0
CHEVRON_HALF_WIDTH = 4.0
CHEVRON_HALF_HEIGHT = 2.0
SHORTEST_ENTRY = 6
NARROWEST = 64
ROOM_BESIDE_TEXT = 56


class FieldBox(Box):
    """A combo box that leaves Enter to the editor."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(SHORTEST_ENTRY, parent)
        self._theme = theme
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        theme.changed.connect(self.update)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over, unless a list of matches opened."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the editor, which saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as need be: a long entry is shortened."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten an entry that does not fit."""
        super().initStyleOption(option)
        width = self.width() - ROOM_BESIDE_TEXT
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, width
        )

    def make_typable(self) -> None:
        """Let people type an entry, too."""
        self.setEditable(True)
        self.setLineEdit(EntryEdit(self))
        # Completing “1” to “10 min” would change what is typed.
        self.setCompleter(None)  # type: ignore[arg-type]  # None is how Qt takes it away

    def entry(self) -> QLineEdit:
        """Give the line that people type in."""
        line = self.lineEdit()
        assert line is not None
        return line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and the small arrow that tells of a list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("muted"), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        middle = QPointF(self.width() - CHEVRON_FROM_RIGHT, self.height() / 2)
        painter.drawPolyline(
            [
                middle + QPointF(-CHEVRON_HALF_WIDTH, -CHEVRON_HALF_HEIGHT),
                middle + QPointF(0, CHEVRON_HALF_HEIGHT),
                middle + QPointF(CHEVRON_HALF_WIDTH, -CHEVRON_HALF_HEIGHT),
            ]
        )
