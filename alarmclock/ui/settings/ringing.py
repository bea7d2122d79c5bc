"""What the computer does for a ring: its volume, other players, its sleep, and a notice before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alarmclock.core.settings import Settings
from alarmclock.ui.settings import words
from alarmclock.ui.settings.row import SettingRow
from alarmclock.ui.settings.section import Section
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.icon import Icons
from alarmclock.values import replace

RAISE_HINT = "Muted or too quiet, no alarm is heard. After the ring the volume is put back."
MEDIA_HINT = "Music and films in other programs; they go on after the ring."
AWAKE_HINT = (
    "A sleeping computer does not ring. This keeps yours from falling asleep by itself; "
    "when you send it to sleep or close its lid, it sleeps all the same."
)
NOTICE_HINT = "A notification of the alarm that comes, with “Skip this one”."


class RingingSection(Section):
    """A box for each choice; `chosen` gives a call that makes the choice in settings."""

    chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("When it rings", parent)
        self._icons = icons
        self._boxes: dict[str, ChoiceBox] = {}
        self._add(
            "raise_to", "Volume of the computer", words.RAISE_TO, words.raise_words, RAISE_HINT
        )
        self._add(
            "pause_media", "Other players", words.PAUSE_MEDIA, words.pause_media_words, MEDIA_HINT
        )
        self._add("stay_awake", "Keep awake", words.STAY_AWAKE, words.stay_awake_words, AWAKE_HINT)
        self._add("notice_before", "Notice before", words.NOTICES, words.notice_words, NOTICE_HINT)

    def show_settings(self, settings: Settings) -> None:
        """Show these choices."""
        for name, box in self._boxes.items():
            box.choose(getattr(settings, name))

    def _add(
        self,
        name: str,
        title: str,
        values: Sequence[object],
        say: Callable[[object], str],
        hint: str,
    ) -> None:
        """Add the box of a field of Settings; raise_to is called settingRaiseTo."""
        box = ChoiceBox(self._icons, values, say)
        box.setObjectName("setting" + name.title().replace("_", ""))
        box.chosen.connect(partial(self._choose, name))
        self._boxes[name] = box
        self.add(SettingRow(title, box, hint, is_below=True))

    def _choose(self, name: str, value: object) -> None:
        changed: dict[str, object] = {name: value}
        self.chosen.emit(lambda settings: replace(settings, **changed))
