"""Offers the alarms of other programs, once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from alarmclock.core.words.wording import counted
from alarmclock.ui.exchange.page_frame import button, label

NARROW = 560


class FoundNotice(QFrame):
    """Stays until a person says yes or no; `answered` gives the program and the answer."""

    answered = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foundNotice")
        self.setProperty("look", "soft")
        self._program = ""
        self._text = label("foundText")
        self._bring = button(
            "bringOver", "Bring them over", "See what will be added first", "primary"
        )
        self._no = button("noThanks", "No, thanks", "Do not ask again", "quiet")
        self._bring.clicked.connect(lambda: self._answer(wanted=True))
        self._no.clicked.connect(lambda: self._answer(wanted=False))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._no)
        buttons.addWidget(self._bring)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 10, 10, 10)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(buttons)
        self._text.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_found(self, program: str, count: int) -> None:
        """Ask about the alarms of a program."""
        self._program = program
        them = "it" if count == 1 else "them"
        alarms = counted(count, "alarm", "alarms")
        self._text.setText(f"{alarms} in {program}: bring {them} over?")
        self._bring.setText(f"Bring {them} over")
        self._bring.setAccessibleName(f"Bring {alarms} over from {program}")
        self.setAccessibleName(self._text.text())
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons below the text where there is no room beside it."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if event.size().width() < NARROW else beside)

    def _answer(self, *, wanted: bool) -> None:
        self.hide()
        self.answered.emit(self._program, wanted)
