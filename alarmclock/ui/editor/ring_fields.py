"""The fields of how an alarm rings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.editor.choice_box import ChoiceBox
from alarmclock.ui.editor.choices import (
    AGAIN,
    AGAIN_EVERY,
    AWAKE_AFTER,
    LATE_LIMIT,
    RAMP,
    RING_LENGTH,
    SNOOZE_LENGTH,
    SNOOZE_LIMIT,
)
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.editor.sound_field import SoundField
from alarmclock.ui.editor.task_field import TaskField
from alarmclock.ui.editor.trial_row import TrialRow
from alarmclock.ui.editor.verdict_field import VerdictField
from alarmclock.ui.editor.volume_field import VolumeField
from alarmclock.ui.theme import Theme
from alarmclock.values import replace

TOOLTIPS = {
    "ramp": "How long the volume takes to rise to its full height.",
    "snoozeLength": "How long a snooze lasts.",
    "snoozeLimit": "How often one ring can be snoozed.",
    "ringLength": "An alarm that nobody answers falls silent after this time.",
    "again": "How often a ring that nobody answers comes again, before it counts as missed.",
    "againEvery": "How long after it fell silent it comes again.",
    "task": "What has to be done before Stop stops.",
    "awakeAfter": "How long after Stop it asks whether you are still awake. "
    "If nobody answers, it rings again.",
    "lateLimit": "How late it still rings, when the computer was asleep or the program closed.",
}


class RingFields(QWidget):
    """Shows and takes RingSettings."""

    changed = Signal()
    sound_changed = Signal()
    preview_toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RingSettings()
        # The keyboard goes through the fields in the order in which they are made.
        self.sound = SoundField(theme, self)
        self.volume = VolumeField(self)
        self.ramp = ChoiceBox(theme, RAMP, self)
        self.trial = TrialRow(self)
        self.verdict = VerdictField(theme, self)
        self.snooze_length = ChoiceBox(theme, SNOOZE_LENGTH, self)
        self.snooze_limit = ChoiceBox(theme, SNOOZE_LIMIT, self)
        self.ring_length = ChoiceBox(theme, RING_LENGTH, self)
        self.again = ChoiceBox(theme, AGAIN, self)
        self.again_every = ChoiceBox(theme, AGAIN_EVERY, self)
        self.task = TaskField(theme, self)
        self.awake_after = ChoiceBox(theme, AWAKE_AFTER, self)
        self.late_limit = ChoiceBox(theme, LATE_LIMIT, self)
        self.rows = self._make_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ROW_GAP)
        for row in self.rows.values():
            layout.addWidget(row)
        self._connect()

    def show_settings(self, ring: RingSettings) -> None:
        """Show how an alarm rings."""
        self._shown = ring
        self.sound.show_sound(ring.sound)
        self.volume.show_volume(ring.volume)
        self.ramp.show_value(ring.rise)
        self.snooze_length.show_value(ring.snooze_length)
        self.snooze_limit.show_value(ring.snooze_limit)
        self.ring_length.show_value(ring.ring_length)
        self.again.show_value(ring.again)
        self.again_every.show_value(ring.again_every)
        self.task.show_task(ring.task)
        self.awake_after.show_value(ring.awake_after)
        self.late_limit.show_value(ring.late_limit)
        self._show_again_every()

    def settings(self) -> RingSettings:
        """Give how the alarm is to ring. Raises Invalid."""
        again = self.again.value()
        return replace(
            self._shown,
            sound=self.sound.sound(),
            volume=self.volume.volume(),
            rise=self.ramp.value(),
            snooze_length=self.snooze_length.value(),
            snooze_limit=self.snooze_limit.value(),
            ring_length=self.ring_length.value(),
            again=again,
            # Nobody is blamed for an entry that is not seen.
            again_every=self.again_every.value() if again else self._shown.again_every,
            task=self.task.task(),
            awake_after=self.awake_after.value(),
            late_limit=self.late_limit.value(),
        )

    def heard_settings(self) -> RingSettings:
        """Give only what a preview lets people hear. Raises Invalid."""
        return RingSettings(
            sound=self.sound.sound(), volume=self.volume.volume(), rise=self.ramp.value()
        )

    def entries(self) -> tuple[object, ...]:
        """Give what is entered, to tell whether it changed."""
        typed = (box.currentText() for box in self._boxes())
        return self.sound.sound(), self.volume.volume(), *typed

    def _boxes(self) -> tuple[FieldBox, ...]:
        return (
            self.ramp,
            self.snooze_length,
            self.snooze_limit,
            self.ring_length,
            self.again,
            self.again_every,
            self.task,
            self.awake_after,
            self.late_limit,
        )

    def _make_rows(self) -> dict[str, FieldRow]:
        return {
            "sound": FieldRow("Sound", self.sound.box, self.sound, parent=self),
            "volume": FieldRow("Volume", self.volume.slider, self.volume, parent=self),
            "ramp": FieldRow("Rises over", self.ramp, parent=self),
            "tryNow": FieldRow("", self.trial.button, self.trial, parent=self),
            "verdict": FieldRow("Will it ring?", self.verdict, parent=self, is_tall=True),
            "snoozeLength": FieldRow("Snooze length", self.snooze_length, parent=self),
            "snoozeLimit": FieldRow("Snooze limit", self.snooze_limit, parent=self),
            "ringLength": FieldRow("Ring length", self.ring_length, parent=self),
            "again": FieldRow("If unanswered", self.again, parent=self),
            "againEvery": FieldRow("Again after", self.again_every, parent=self),
            "task": FieldRow("Before Stop", self.task, parent=self),
            "awakeAfter": FieldRow("Still awake?", self.awake_after, parent=self),
            "lateLimit": FieldRow("Late limit", self.late_limit, parent=self),
        }

    def _show_again_every(self) -> None:
        """Ask how long after a ring it comes again, where it comes again at all."""
        again = self.again.value_or_none()
        if again is not None:
            self.rows["againEvery"].setVisible(again > 0)

    def _connect(self) -> None:
        self.sound.changed.connect(self.changed)
        self.sound.changed.connect(self.sound_changed)
        self.sound.preview_toggled.connect(self.preview_toggled)
        self.volume.changed.connect(self.changed)
        self.again.editTextChanged.connect(self._show_again_every)
        self.task.currentIndexChanged.connect(self.changed)
        for box in self._boxes():
            box.setToolTip(TOOLTIPS[box.objectName()])
            box.editTextChanged.connect(self.changed)
        self.changed.connect(self.trial.forget_result)
