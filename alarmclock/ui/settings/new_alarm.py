"""How a new alarm starts out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alarmclock.core.ring_settings import RingSettings
from alarmclock.resources import Sound
from alarmclock.ui.settings import words
from alarmclock.ui.settings.row import SettingRow
from alarmclock.ui.settings.section import Section
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.icon import Icons
from alarmclock.values import replace

AGAIN_HINT = "How often a ring that nobody answers comes again, before it counts as missed."
TASK_HINT = "What has to be done before Stop stops."
AWAKE_HINT = "Asked after Stop; if nobody answers, the alarm rings again."
LATE_HINT = "When the computer slept or was off: how late an alarm may still ring."


class NewAlarmSection(Section):
    """A box for each choice that alarms share; `changed` gives all of them."""

    changed = Signal(object)

    def __init__(
        self, icons: Icons, sounds: Sequence[Sound], parent: QWidget | None = None
    ) -> None:
        super().__init__("New alarms", parent)
        self._icons = icons
        self._ring = RingSettings()
        self._boxes: dict[str, ChoiceBox] = {}
        self._rows: dict[str, SettingRow] = {}
        ids = tuple(sound.id for sound in sounds)
        sound_words = partial(words.sound_words, sounds=sounds)
        self._add("sound", "Sound", ids, sound_words)
        self._add("volume", "Volume", words.VOLUMES, words.volume_words)
        self._add("rise", "Rise of volume", words.RISES, words.rise_words)
        self._add("snooze_length", "Snooze length", words.SNOOZE_LENGTHS, words.length_words)
        self._add("snooze_limit", "Snooze limit", words.SNOOZE_LIMITS, words.snooze_limit_words)
        self._add("ring_length", "Ring length", words.RING_LENGTHS, words.length_words)
        self._add("again", "If unanswered", words.AGAIN, words.again_words, AGAIN_HINT)
        self._add("again_every", "Again after", words.PAUSES, words.length_words)
        self._add("task", "Before Stop", words.TASKS, words.task_words, TASK_HINT)
        self._add("awake_after", "Still awake?", words.AWAKE_AFTER, words.awake_words, AWAKE_HINT)
        self._add("late_limit", "Late limit", words.LATE_LIMITS, words.late_limit_words, LATE_HINT)

    def show_ring(self, ring: RingSettings) -> None:
        """Show how a new alarm rings; values that are not among the choices are kept."""
        self._ring = ring
        for name, box in self._boxes.items():
            box.choose(getattr(ring, name))
        self._show_again_every()

    def _add(
        self,
        name: str,
        title: str,
        values: Sequence[object],
        say: Callable[[object], str],
        hint: str = "",
    ) -> None:
        """Add the box of a field of RingSettings; snooze_length is called settingSnoozeLength."""
        box = ChoiceBox(self._icons, values, say)
        box.setObjectName("setting" + name.title().replace("_", ""))
        box.chosen.connect(partial(self._choose, name))
        self._boxes[name] = box
        row = self._rows[name] = SettingRow(title, box, hint)
        self.add(row)

    def _show_again_every(self) -> None:
        """Ask how long after a ring it comes again, where it comes again at all."""
        self._rows["again_every"].setVisible(self._ring.again > 0)

    def _choose(self, name: str, value: object) -> None:
        changed: dict[str, object] = {name: value}
        self._ring = replace(self._ring, **changed)  # type: ignore[arg-type]  # the box of a field holds its values.
        self._show_again_every()
        self.changed.emit(self._ring)
