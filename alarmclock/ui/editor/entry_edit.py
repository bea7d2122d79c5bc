"""A line of typed text that ends in "…" while nobody types and there is too little room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

# What Qt itself leaves free beside the text of a line edit.
TEXT_MARGIN = 2


class EntryEdit(QLineEdit):
    """Shows the beginning of a long text when it is left; the text itself stays whole."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as it is, or shortened where only its beginning would be seen."""
        if self.hasFocus() or not self.text() or self._shown() == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, frame, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._text_area(), middle_left, self._shown())

    def _shown(self) -> str:
        width = self._text_area().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _text_area(self) -> QRect:
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        return area.adjusted(TEXT_MARGIN, 0, -TEXT_MARGIN, 0)
