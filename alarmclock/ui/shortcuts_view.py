"""All keyboard shortcuts on one page; F1 opens it, Esc closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

SHORTCUTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Everywhere",
        (
            ("Ctrl+N", "Add an alarm"),
            ("Ctrl+L", "Type a new alarm in words"),
            ("Ctrl+1 … Ctrl+5", "Alarms, Timers, Calendar, Activity, Settings"),
            ("Ctrl+F", "Find alarms; in the activity, search it"),
            ("Ctrl+P", "Pause all alarms, or resume them"),
            ("Ctrl+Z", "Undo"),
            ("Ctrl+Shift+Z", "Redo"),
            ("Ctrl+R", "Will it ring? All that was checked"),
            ("F12", "Stop everything that rings"),
            ("F1", "This list"),
            ("Ctrl+Q", "Close Alarm Clock"),
            ("Tab, Shift+Tab", "To the next or previous control"),
        ),
    ),
    (
        "In the line for a new alarm",
        (
            ("Enter", "Add what is typed"),
            ("Ctrl+Enter", "Add it for the other half of the day, where that is asked"),
            ("Esc", "Empty the line"),
        ),
    ),
    (
        "In the line to find alarms",
        (
            ("Enter, Down", "Go into the list of what was found; Up from its first row comes back"),
            ("Esc", "Show all alarms again, here or in the list"),
        ),
    ),
    (
        "In the list of alarms",
        (
            ("Up, Down", "Choose an alarm"),
            ("Space", "Turn it on or off"),
            ("Enter", "Edit it"),
            ("S, Shift+S", "Skip its next ring, or take that back"),
            ("P", "Pause it, or resume it"),
            ("C", "See it in the calendar"),
            ("Ctrl+D", "Duplicate it"),
            ("Del", "Delete it"),
            ("Esc", "End its snooze or its question"),
        ),
    ),
    (
        "In the calendar",
        (
            ("Arrows", "Choose a ring or a day"),
            ("Page Up, Page Down", "To another month"),
            ("S, Shift+S", "Skip a ring, or take that back"),
            ("Enter", "Edit its alarm"),
        ),
    ),
    (
        "In the editor",
        (
            ("Up, Down", "Step the time"),
            ("Enter, Ctrl+S", "Save"),
            ("Esc", "Close without saving"),
        ),
    ),
    (
        "In a timer",
        (
            ("Space", "Pause or resume"),
            ("R", "Restart"),
            ("+", "One more minute"),
            ("Del", "Cancel"),
        ),
    ),
    (
        "When an alarm rings",
        (
            ("Enter", "Stop"),
            ("Space", "Snooze"),
            ("F12", "Stop all"),
            ("Esc", "Back from the task before Stop; end the flashing"),
            ("Tab", "To the other buttons and alarms"),
        ),
    ),
    ("While the window closes", (("Enter, Esc", "Close now"),)),
)


class ShortcutsView(QWidget):
    """The list of shortcuts, readable by screen readers line by line."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsView")
        self.setAccessibleName("Keyboard shortcuts")
        title = QLabel("Keyboard shortcuts")
        title.setProperty("look", "title")
        self._close = QPushButton("Close")
        self._close.setObjectName("closeShortcuts")
        self._close.setAccessibleName("Close the shortcuts")
        self._close.setToolTip("Close (Esc)")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(_table())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(area, 1)

    def take_focus(self) -> None:
        """Let Enter and Esc close the page."""
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _table() -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    line = 0
    for heading, shortcuts in SHORTCUTS:
        label = QLabel(heading)
        label.setProperty("look", "heading")
        label.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(label, line, 0, 1, 2)
        for keys, meaning in shortcuts:
            line += 1
            key = QLabel(keys)
            key.setProperty("look", "muted")
            grid.addWidget(key, line, 0)
            words = QLabel(meaning)
            words.setWordWrap(True)
            grid.addWidget(words, line, 1)
        line += 1
    grid.setRowStretch(line, 1)
    return table
