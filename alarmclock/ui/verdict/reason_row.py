"""One reason: its mark, its sentence, and what mends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alarmclock.core.certainty.verdict import Mend, Reason
from alarmclock.ui.verdict.marks import GradeMark, spoken
from alarmclock.ui.verdict.mend_button import MendButton
from alarmclock.ui.widgets.icon import Icons


def button_name(mend: Mend) -> str:
    """Name the button of a mend for automation: “mendTurnUp”."""
    words = mend.name.split("_")
    return "mend" + "".join(word.capitalize() for word in words)


class ReasonRow(QWidget):
    """Sets the button beside the sentence, or below it where there is little room."""

    mend_requested = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = GradeMark(icons, self)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("reason")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._button = MendButton(self)
        self._button.mend_requested.connect(self.mend_requested)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(10)
        self._layout.setVerticalSpacing(6)
        self._layout.setColumnStretch(1, 1)
        self._layout.addWidget(self._sentence, 0, 1)
        self.stack(stacked=False)

    def show_reason(self, reason: Reason) -> None:
        """Show another reason."""
        self._mark.show_reason(reason)
        self._sentence.setText(reason.sentence)
        self._sentence.setAccessibleName(f"{spoken(reason)}: {reason.sentence}")
        self._button.setObjectName(button_name(reason.mend) if reason.mend else "")
        self._button.show_mend(reason.mend, reason.sentence)

    def stack(self, *, stacked: bool) -> None:
        """Set the button below the sentence, or beside it."""
        for part in (self._mark, self._button):
            self._layout.removeWidget(part)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._layout.addWidget(self._mark, 0, 0, top if stacked else middle)
        if stacked:
            self._layout.addWidget(self._button, 1, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._layout.addWidget(self._button, 0, 2, middle)
