"""Judges the ring that is entered in the editor, and mends what can be mended there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from alarmclock.core.certainty.mending import mended
from alarmclock.core.certainty.verdict import Mend, Verdict
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.editor.alarm_fields import AlarmFields
from alarmclock.ui.editor.problems import focus_on

Judge = Callable[[RingSettings], Verdict]


class EnteredVerdict(QObject):
    """Keeps “Will it ring?” true to the fields; asks for what only the program can mend.

    What is half typed is judged when it can be read.
    """

    mend_requested = Signal(object)

    def __init__(self, fields: AlarmFields, judge: Judge | None, parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._judge = judge
        self._entered = RingSettings()
        fields.ring.rows["verdict"].setVisible(judge is not None)
        fields.ring.changed.connect(self.judge_again)
        fields.ring.verdict.mend_requested.connect(self._mend)

    def judge_again(self) -> None:
        """Judge what is entered, as the computer stands now."""
        if self._judge is None:
            return
        try:
            self._entered = self._fields.ring.settings()
        except Invalid:
            return
        self._fields.ring.verdict.show_verdict(self._judge(self._entered))

    def _mend(self, mend: Mend) -> None:
        ring, better = self._fields.ring, mended(self._entered, mend)
        match mend:
            case Mend.TURN_ALARM_UP:
                ring.volume.show_volume(better.volume)
            case Mend.SHORTEN_RISE:
                ring.ramp.show_value(better.rise)
            case Mend.RING_LONGER:
                ring.ring_length.show_value(better.ring_length)
            case Mend.ALLOW_LATER:
                ring.late_limit.show_value(better.late_limit)
            case Mend.CHOOSE_SOUND:
                self._fields.reveal(ring.sound.box)
                focus_on(ring.sound.box)
                return
            case _:
                self.mend_requested.emit(mend)
                return
        ring.changed.emit()
