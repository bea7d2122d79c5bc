"""How a new alarm starts out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
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
        ids = tuple(sound.id for sound in sounds)
        sound_words = partial(words.sound_words, sounds=sounds)
        self._add("sound", "Sound", ids, sound_words)
        self._add("volume", "Volume", words.VOLUMES, words.volume_words)
        self._add("rise", "Rise of volume", words.RISES, words.rise_words)
        self._add("snooze_length", "Snooze length", words.SNOOZE_LENGTHS, words.length_words)
        self._add("snooze_limit", "Snooze limit", words.SNOOZE_LIMITS, words.snooze_limit_words)
        self._add("ring_length", "Ring length", words.RING_LENGTHS, words.length_words)
        self._add("late_limit", "Late limit", words.LATE_LIMITS, words.late_limit_words, LATE_HINT)

    def show_ring(self, ring: RingSettings) -> None:
        """Show how a new alarm rings; values that are not among the choices are kept."""
        self._ring = ring
        for name, box in self._boxes.items():
            box.choose(getattr(ring, name))

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
        self.add(SettingRow(title, box, hint))

    def _choose(self, name: str, value: object) -> None:
        changed: dict[str, object] = {name: value}
        self._ring = replace(self._ring, **changed)  # type: ignore[arg-type]  # the box of a field holds its values.
        self.changed.emit(self._ring)
