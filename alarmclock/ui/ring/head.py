"""What a ring is: the time it was due, its label, and how it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.theme import font
from alarmclock.ui.widgets.elided_label import ElidedLabel
from alarmclock.ui.widgets.few_lines_label import FewLinesLabel

CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RingHead(QWidget):
    """Shows three lines in the middle, or two beside the time where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = QLabel()
        self._label = FewLinesLabel()
        self._label.setObjectName("ringLabel")
        self._detail = ElidedLabel()
        self._detail.setFont(font(14, QFont.Weight.DemiBold))
        for label in (self._digits, self._label, self._detail):
            label.setProperty("look", "onSky")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch()
        words.addWidget(self._label)
        words.addWidget(self._detail)
        words.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._digits)
        self._row.addLayout(words, 1)
        self.be_compact(compact=False)

    def show_name(self, digits: str, name: str) -> None:
        """Show the time it was due, and its label."""
        self._digits.setText(digits)
        self._label.setText(name)
        self._label.setAccessibleName(name)

    def show_detail(self, detail: str) -> None:
        """Show how it stands."""
        self._detail.setText(detail)

    def be_compact(self, *, compact: bool) -> None:
        """Take one line's height, or fill the room."""
        self._digits.setFont(font(44 if compact else 88, QFont.Weight.Bold))
        self._label.setFont(font(18 if compact else 24, QFont.Weight.DemiBold))
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom
        )
        self._row.setSpacing(18 if compact else 6)
        for label in (self._digits, self._label, self._detail):
            label.setAlignment(LEFT if compact else CENTRED)
