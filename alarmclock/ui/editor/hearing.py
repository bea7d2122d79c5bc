"""What lets people hear an alarm before it rings: the preview of its sound, and a whole trial."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.ring_fields import RingFields


class Hearing(QObject):
    """Asks for one of them at a time, and for its end; `refused` tells why it can't be asked for.

    `entered` gives the alarm as it is entered, or raises Invalid.
    """

    preview_requested = Signal(object)
    preview_stopped = Signal()
    trial_requested = Signal(object)
    trial_stopped = Signal()
    refused = Signal(object)

    def __init__(self, ring: RingFields, entered: Callable[[], Alarm], parent: QObject) -> None:
        super().__init__(parent)
        self._ring = ring
        self._entered = entered
        self._is_previewing = False
        ring.sound_changed.connect(self._preview_other_sound)
        ring.preview_toggled.connect(self._toggle_preview)
        ring.trial.toggled.connect(self._toggle_trial)

    def show_previewing(self, *, previewing: bool) -> None:
        """Let the play button stop the sound while it plays."""
        self._is_previewing = previewing
        self._ring.sound.show_previewing(previewing=previewing)

    def end(self) -> None:
        """Stop what is heard, and forget what a trial has proved."""
        self._stop_preview()
        self._stop_trial()
        self._ring.trial.forget_result()

    def _toggle_preview(self) -> None:
        if self._is_previewing:
            self.preview_stopped.emit()
        else:
            self._request_preview()

    def _preview_other_sound(self) -> None:
        if self._is_previewing:
            self._request_preview()

    def _request_preview(self) -> None:
        try:
            heard = self._ring.heard_settings()
        except Invalid as error:
            self.refused.emit(error)
        else:
            self._stop_trial()
            self.preview_requested.emit(heard)

    def _toggle_trial(self) -> None:
        if self._ring.trial.is_running:
            self.trial_stopped.emit()
            return
        try:
            alarm = self._entered()
        except Invalid as error:
            self.refused.emit(error)
        else:
            self._stop_preview()
            self.trial_requested.emit(alarm)

    def _stop_preview(self) -> None:
        if self._is_previewing:
            self.show_previewing(previewing=False)
            self.preview_stopped.emit()

    def _stop_trial(self) -> None:
        if self._ring.trial.is_running:
            self._ring.trial.show_running(running=False)
            self.trial_stopped.emit()
