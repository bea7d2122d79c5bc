"""What stands in the place of the list when no alarm has the words that are looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from alarmclock.ui.widgets.long_words import BreakableLabel, breakable


class NothingFound(QWidget):
    """Says so, and offers to show all alarms again."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = BreakableLabel()
        self._text.setObjectName("nothingFound")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self._text.setProperty("look", "muted")
        clear = QPushButton("Clear")
        clear.setObjectName("clearFind")
        clear.setAccessibleName("Clear what is looked for")
        clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_words(self, typed: str) -> None:
        """Say what no alarm has."""
        self._text.setText(breakable(f"No alarm has “{' '.join(typed.split())}”."))
