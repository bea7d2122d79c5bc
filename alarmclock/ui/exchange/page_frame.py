"""A page in the place of the others: a title, a line, lines that scroll, buttons; Esc leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alarmclock.ui.widgets.emptying import take_widgets

EDGE, SCROLL_EDGE = 24, 12


class PageFrame(QWidget):
    """Holds what a view of import or of backups shows."""

    closed = Signal()

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        heading = label("", look="title")
        heading.setText(title)
        self.head = label(f"{name}Headline", look="strong")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 2, SCROLL_EDGE, 2)
        self.body.setSpacing(10)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addWidget(self.head)
        column.addWidget(self._scroll_area(), 1)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)
        column.addLayout(self._buttons)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put buttons at the foot of the page."""
        for one in buttons:
            self._buttons.addWidget(one)

    def clear(self) -> None:
        """Take away all lines."""
        for widget in take_widgets(self.body):
            widget.hide()
            widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _scroll_area(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.body)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area


def label(name: str, look: str = "") -> QLabel:
    """Make a label for text of any length, which is never taken for anything but text."""
    made = QLabel()
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if look:
        made.setProperty("look", look)
    return made


def button(name: str, text: str, tooltip: str, look: str = "") -> QPushButton:
    """Make a button that Enter presses, too."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setToolTip(tooltip)
    made.setAutoDefault(True)
    if look:
        made.setProperty("look", look)
    return made
