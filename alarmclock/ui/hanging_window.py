"""Says that the open Alarm Clock does not answer, and offers to end it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.exchange.page_frame import button, label

TITLE = "Alarm Clock does not answer"
TEXT = (
    "It is open as process {process}, and has not answered for some seconds. It may be busy: leave "
    "it, and try again in a moment. If you end it, its window goes, and a new one opens with all "
    "that was saved."
)
WIDTH = 460
EDGE = 24


class HangingWindow(QWidget):
    """Enter and Esc leave the other program alone: to end it is nothing to do by mistake.

    `answered` says once whether it is to end.
    """

    answered = Signal(bool)

    def __init__(self, process: int) -> None:
        super().__init__()
        self.setObjectName("hangingWindow")
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self._is_answered = False
        title = QLabel(TITLE)
        title.setProperty("look", "heading")
        text = label("hangingText")
        text.setText(TEXT.format(process=process))
        self.setAccessibleDescription(text.text())
        self._end = button("endAndOpen", "End it and open", "End it, and open anew (Alt+E)")
        self._end.setText("&End it and open")
        self._leave = button("leaveHanging", "Leave it", "Change nothing (Enter or Esc)", "primary")
        self._end.clicked.connect(lambda: self._answer(wanted=True))
        self._leave.clicked.connect(lambda: self._answer(wanted=False))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._end)
        buttons.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(text)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)
        self.setTabOrder(self._leave, self._end)

    def come(self) -> None:
        """Show it before the others, with the keys where nothing is changed."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._leave.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the other program alone; Enter presses what has the keys."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._answer(wanted=False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self._end if self._end.hasFocus() else self._leave).click()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it leaves the other program alone."""
        super().closeEvent(event)
        self._answer(wanted=False)

    def _answer(self, *, wanted: bool) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.answered.emit(wanted)
