"""A label that wraps to a few lines, and ends in "…" only when those are full."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from alarmclock.ui.widgets.tips import plain_tip

MOST_LINES = 3


class FewLinesLabel(QLabel):
    """Shows a text in up to three lines, and all of it in the tooltip where that is not enough."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self, width: int) -> list[str]:
        """Give the lines as they are shown in a width; what is too much ends the last of them."""
        text, metrics = self.text(), self.fontMetrics()
        if metrics.horizontalAdvance(text) <= width:
            return [text]
        starts = self._starts(width)
        ends = [*starts[1:MOST_LINES], len(text)]
        parts = [text[a:b].strip() for a, b in zip(starts[:MOST_LINES], ends, strict=True)]
        return [metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in parts]

    def hasHeightForWidth(self) -> bool:
        """Tell Qt to ask for the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines in a width."""
        return len(self.lines(width)) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """Ask for the height at the present width."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Shrink in width as far as need be."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need another height where other lines fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines; the tooltip tells the whole where they don't."""
        area, text = self.contentsRect(), self.text()
        lines = self.lines(area.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        is_whole = " ".join(lines) == " ".join(text.split())
        shown = text if is_whole else "\n".join(lines)
        painter.drawText(area, self.alignment() | Qt.TextFlag.TextWordWrap, shown)
        whole = "" if is_whole or "".join(lines) == text else plain_tip(text)
        if whole != self.toolTip():
            self.setToolTip(whole)

    def _starts(self, width: int) -> list[int]:
        """Give where each line begins; long words break anywhere."""
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while (line := layout.createLine()).isValid() and len(starts) <= MOST_LINES:
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, 0))
            starts.append(line.textStart())
        layout.endLayout()
        return starts
