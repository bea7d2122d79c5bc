"""Tells what is painted of a widget."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion


class PaintWatch(QObject):
    """Collects what is painted of a widget."""

    def __init__(self, watched):
        super().__init__(watched)
        self.painted = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        """Note a region that is painted."""
        if event.type() == QEvent.Type.Paint:
            self.painted += event.region()
        return False
