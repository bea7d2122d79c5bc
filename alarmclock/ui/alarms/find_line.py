"""The line in which words are typed that alarms are found by."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from alarmclock.core.alarm import LONGEST_LABEL
from alarmclock.ui.alarms.glass import paint_glass
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.resting_caret import RestingCaret

HINT = "Find a label, a time, “weekdays”, “off”, “Lisbon”"
SHORT_HINT = "Find alarms"
GLASS_LEFT, RADIUS = 19.0, 4.8


class FindLine(QLineEdit):
    """Shows a magnifying glass before the words; its padding keeps them off it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findWords")
        self.setAccessibleName("Find alarms")
        self.setToolTip("Find alarms (Ctrl+F); Esc shows all again")
        self.setProperty("look", "find")
        self.setMaxLength(LONGEST_LABEL)
        self.be_narrow(narrow=False)
        RestingCaret(self)

    def be_narrow(self, *, narrow: bool) -> None:
        """Say less where there is little room."""
        self.setPlaceholderText(SHORT_HINT if narrow else HINT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the glass in it."""
        super().paintEvent(event)
        middle = QPointF(GLASS_LEFT, self.height() / 2 - 1.5)
        paint_glass(QPainter(self), middle, RADIUS, self._theme.colour("muted"))
