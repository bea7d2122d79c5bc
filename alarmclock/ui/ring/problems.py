"""Says below the rings why they can't be heard, and mends what can be mended."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.ui.ring.glass_button import GlassButton
from alarmclock.ui.widgets.sentence import ErrorSentence


class Problems(QWidget):
    """Shows what is wrong with the sound and with its volume; takes no room while all is well."""

    unmute_requested = Signal()
    # The button that the focus was in has gone.
    focus_dropped = Signal()

    def __init__(self, is_listening: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sound = ErrorSentence()
        self._sound.setObjectName("soundProblem")
        self._volume = ErrorSentence()
        self._volume.setObjectName("volumeProblem")
        self._unmute = GlassButton("Unmute", "glassSmall", is_listening)
        self._unmute.setObjectName("unmute")
        self._unmute.clicked.connect(self.unmute_requested)
        self._unmute.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for sentence in (self._sound, self._volume):
            sentence.setProperty("look", "onSky")
            sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(sentence)
        column.addWidget(self._unmute, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_sound(self, sentence: str) -> None:
        """Say why nothing is heard; nothing when all is well."""
        if sentence != self._sound.text():
            self._sound.say(sentence)
            self._show_if_needed()

    def show_volume(self, sentence: str, button: str) -> None:
        """Say why it is heard badly, and what the button does about it."""
        self._unmute.setText(button)
        self._unmute.setAccessibleName(button)
        self._unmute.setAccessibleDescription(sentence)
        is_wanted = bool(sentence and button)
        if not is_wanted and self.window().focusWidget() is self._unmute:
            # Qt would give the focus to Snooze, and the next Enter would no longer stop.
            self.focus_dropped.emit()
        self._unmute.setVisible(is_wanted)
        if sentence != self._volume.text():
            self._volume.say(sentence)
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        self.setVisible(bool(self._sound.text() or self._volume.text()))
