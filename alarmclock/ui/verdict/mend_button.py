"""The one thing to press that mends a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from alarmclock.core.certainty.verdict import Mend


class MendButton(QPushButton):
    """Shows a mend, or is not there; Enter presses it as Space does."""

    mend_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mend: Mend | None = None
        self.setProperty("look", "small")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self.hide()

    def show_mend(self, mend: Mend | None, sentence: str) -> None:
        """Offer a mend for what a sentence says, or none."""
        self._mend = mend
        self.setText(mend.value if mend else "")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(sentence)
        self.setVisible(mend is not None)

    def _ask(self) -> None:
        if self._mend is not None:
            self.mend_requested.emit(self._mend)
