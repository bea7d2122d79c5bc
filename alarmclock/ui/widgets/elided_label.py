"""A label of one line that ends in "…" when there is too little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from alarmclock.ui.widgets.tips import plain_tip


class ElidedLabel(QLabel):
    """Shows as much of a text as fits, and all of it in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, or its beginning while the tooltip tells the whole."""
        area, text = self.contentsRect(), self.text()
        seen = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(area, self.alignment(), seen)
        whole = plain_tip(text) if seen != text else ""
        if whole != self.toolTip():
            self.setToolTip(whole)
