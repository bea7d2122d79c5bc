"""A page with a title and two columns, which stand below each other where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

MARGIN = 24
NARROW_MARGIN = 16
NARROW = 480
SPACING = 16
ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name.


class TwoColumnPage(QWidget):
    """Scrolls up and down, never sideways."""

    def __init__(
        self,
        title: str,
        *,
        side_by_side: int,
        first_width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Set the columns side by side from a width on, the first as wide as told or half."""
        super().__init__(parent)
        self._side_by_side = side_by_side
        self._first_width = first_width
        self._first = QWidget()
        self._second = QWidget()
        heading = QLabel(title)
        heading.setProperty("look", "title")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(SPACING)
        self._columns.addWidget(self._first, stretch=0 if first_width else 1)
        self._columns.addWidget(self._second, stretch=1)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setSpacing(SPACING)
        self._content.addWidget(heading)
        self._content.addLayout(self._columns)
        self._content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(content))

    def set_columns(self, first: Sequence[QWidget], second: Sequence[QWidget]) -> None:
        """Fill the columns, from top to bottom."""
        for column, parts in ((self._first, first), (self._second, second)):
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(SPACING)
            for part in parts:
                layout.addWidget(part)
            layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns beside or below each other, as the width allows."""
        super().resizeEvent(event)
        width = event.size().width()
        beside = width >= self._side_by_side
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        if self._first_width is not None:
            self._first.setMinimumWidth(self._first_width if beside else 0)
            self._first.setMaximumWidth(self._first_width if beside else ANY_WIDTH)
        margin = NARROW_MARGIN if width < NARROW else MARGIN
        self._content.setContentsMargins(margin, margin, margin, margin)


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The page is no stop of the tab key; what is on it scrolls into view with the focus.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
