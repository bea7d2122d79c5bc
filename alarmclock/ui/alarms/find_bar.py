"""The line over the list for what alarms are found by, with how many of them are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from alarmclock.core.words.wording import counted
from alarmclock.ui.alarms.find_line import FindLine
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.icon_button import IconButton

INTO_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class FindBar(QWidget):
    """Asks what to look for, and says how much of it was found."""

    typed = Signal(str)
    list_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.line = FindLine(theme)
        self.line.textChanged.connect(self.typed)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("look", "muted")
        self._close = IconButton(Icons(theme), "close")
        self._close.setObjectName("closeFind")
        self._close.setAccessibleName("Show all alarms")
        self._close.setToolTip("Show all alarms (Esc)")
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(self._close)

    def take_focus(self) -> None:
        """Let words be typed, in the place of those that are there."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_count(self, found: int | None, total: int) -> None:
        """Say how many of all were found, None for all; a screen reader says it of the line."""
        most = f"{total:,} of {total:,}"
        words = counted(total, "alarm", "alarms") if found is None else f"{found:,} of {total:,}"
        # The line keeps its width while one types.
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(most))
        self._count.setText(words)
        self.line.setAccessibleDescription(words)

    def stand_before(self, control: QWidget) -> None:
        """Let Tab lead from here to a control."""
        QWidget.setTabOrder(self.line, self._close)
        QWidget.setTabOrder(self._close, control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all again; Enter and Down go into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in INTO_LIST and self.line.hasFocus():
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)
