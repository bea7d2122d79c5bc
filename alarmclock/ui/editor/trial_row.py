"""The button that lets a person try the whole ring, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from alarmclock.ui.editor.sentence import Tone
from alarmclock.ui.widgets.long_words import breakable
from alarmclock.ui.widgets.look import wear

TRY, STOP = "Try it now", "Stop the trial"
HINTS = {
    TRY: "Ring for some seconds as the alarm would: sound, window and notification.",
    STOP: "End the trial.",
}
GAP = 4


class TrialRow(QWidget):
    """Asks for a trial or for its end; a line below says how it goes and what it proved."""

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_running = False
        self._is_awaited = False
        self._tells_progress = False
        self.button = QPushButton(self)
        self.button.setObjectName("tryNow")
        self.button.clicked.connect(self.toggled)
        self._line = QLabel(self)
        self._line.setObjectName("tryResult")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.button)
        layout.addWidget(self._line)
        self._say_what_a_press_does()

    def show_running(self, *, running: bool) -> None:
        """Let the button stop the trial while it runs."""
        if self._tells_progress or (running and not self.is_running):
            self._say("", Tone.UNFINISHED)
        self.is_running = running
        self._is_awaited = self._is_awaited or running
        self._say_what_a_press_does()

    def show_progress(self, sentence: str) -> None:
        """Say how the trial goes, each second anew."""
        if self.is_running:
            self._say(sentence, Tone.UNFINISHED)
            self._tells_progress = True

    def show_result(self, sentence: str, tone: Tone) -> None:
        """Say what the trial proved; nothing where it was of an alarm that is gone."""
        if not self._is_awaited:
            return
        self._is_awaited = self.is_running
        self._say(sentence, tone)
        self._line.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleEvent(self._line, QAccessible.Event.Alert))

    def forget_result(self) -> None:
        """Take back what was proved: it was proved of other settings."""
        if not self.is_running:
            self._is_awaited = False
            self._say("", Tone.UNFINISHED)

    def _say(self, sentence: str, tone: Tone) -> None:
        self._tells_progress = False
        self._line.setText(breakable(sentence))
        self._line.setVisible(bool(sentence))
        wear(self._line, tone.value)

    def _say_what_a_press_does(self) -> None:
        says = STOP if self.is_running else TRY
        self.button.setText(says)
        self.button.setAccessibleName(says)
        self.button.setToolTip(HINTS[says])
