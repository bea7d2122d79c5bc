"""A card with a heading and some settings."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

PADDING = 20
SPACING = 16


class Section(QFrame):
    """Holds what belongs together."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        heading = QLabel(title, self)
        heading.setProperty("look", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self._column.setSpacing(SPACING)
        self._column.addWidget(heading)

    def add(self, *parts: QWidget) -> None:
        """Put parts below what is there."""
        for part in parts:
            self._column.addWidget(part)
