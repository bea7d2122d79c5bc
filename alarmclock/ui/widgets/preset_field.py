"""The line in which people write the lengths of the timer presets."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from alarmclock.core.errors import Invalid
from alarmclock.core.settings import Settings
from alarmclock.ui.widgets.look import wear

LONGEST_NUMBER = 9
LONGEST_WORD_SHOWN = 12


def presets_text(presets: Sequence[int]) -> str:
    """Write minutes as people do: “1, 3, 5”."""
    return ", ".join(str(minutes) for minutes in presets)


def read_presets(text: str) -> tuple[int, ...]:
    """Read minutes in the order they were written, each once.

    Raises Invalid, with a sentence that names what can't be read.
    """
    words = text.replace(",", " ").replace(";", " ").split()
    for word in words:
        if not (word.isascii() and word.isdigit()):
            raise Invalid(
                "presets",
                f"“{_shortened(word)}” is no number of minutes. Write for example 5, 10, 25.",
            )
    # Numbers too long for a preset are cut before they become a number that takes long to read.
    minutes = tuple(dict.fromkeys(int(word[:LONGEST_NUMBER]) for word in words))
    return Settings(timer_presets=minutes).timer_presets


def _shortened(word: str) -> str:
    return word if len(word) <= LONGEST_WORD_SHOWN else f"{word[:LONGEST_WORD_SHOWN]}…"


class PresetField(QLineEdit):
    """A line of minutes, shown in red while it can't be read."""

    def show_presets(self, presets: Sequence[int]) -> None:
        """Show these minutes."""
        self.setText(presets_text(presets))
        self.show_valid(True)

    def read(self) -> tuple[int, ...]:
        """Give the minutes. Raises Invalid."""
        try:
            presets = read_presets(self.text())
        except Invalid:
            self.show_valid(False)
            raise
        self.show_valid(True)
        return presets

    def show_valid(self, valid: bool) -> None:
        """Take the red border on or off."""
        wear(self, not valid, "invalid")
