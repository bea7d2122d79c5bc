"""The line over the list in which words are typed that alarms are found by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from alarmclock.core.alarm import LONGEST_LABEL
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.icon import Icons, icon
from alarmclock.ui.widgets.icon_button import IconButton
from alarmclock.ui.widgets.resting_caret import RestingCaret

HINT = "Find a label, a time, “weekdays”, “off”, “Lisbon”"
SHORT_HINT = "Find alarms"
INTO_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
GLASS_SIZE = 18


class FindBar(QWidget):
    """Asks what to look for, and says how much of it was found."""

    typed = Signal(str)
    list_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._theme = theme
        self.line = QLineEdit()
        self.line.setObjectName("findWords")
        self.line.setAccessibleName("Find alarms")
        self.line.setToolTip("Find alarms (Ctrl+F); Esc shows all again")
        self.line.setProperty("look", "find")
        self.line.setMaxLength(LONGEST_LABEL)
        self.line.textChanged.connect(self.typed)
        RestingCaret(self.line)
        self._glass = QAction(self)
        self.line.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setProperty("look", "muted")
        self._close = IconButton(Icons(theme), "close")
        self._close.setObjectName("closeFind")
        self._close.setAccessibleName("Close find and show all alarms")
        self._close.setToolTip("Show all alarms (Esc)")
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addWidget(self._close)
        self._draw()
        theme.changed.connect(self._draw)
        self.be_narrow(narrow=False)

    def take_focus(self) -> None:
        """Let words be typed, in the place of those that are there."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_count(self, words: str) -> None:
        """Say how much was found; a screen reader says it of the line as well."""
        self._count.setText(words)
        self.line.setAccessibleDescription(words)

    def stand_before(self, control: QWidget) -> None:
        """Let Tab lead from here to a control."""
        QWidget.setTabOrder(self.line, self._close)
        QWidget.setTabOrder(self._close, control)

    def be_narrow(self, *, narrow: bool) -> None:
        """Say less where there is little room."""
        self.line.setPlaceholderText(SHORT_HINT if narrow else HINT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all again; Enter and Down go into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in INTO_LIST and self.line.hasFocus():
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._glass.setIcon(icon("search", self._theme.colour("muted"), GLASS_SIZE))
