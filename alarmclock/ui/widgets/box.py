"""What all drop-down fields of the window have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget


class Box(QComboBox):
    """A field that leaves the wheel to the page unless it has the focus.

    It is only as wide as its place: a long entry must not widen the page.
    """

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        # Each time that a style sheet comes or goes Qt gives a list without a delegate of its own
        # another one, and keeps the one before until the window is gone.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead of changing an entry that nobody is at."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
