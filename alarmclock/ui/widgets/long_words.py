"""Lets a label break words that are longer than its line, such as names of devices and files."""

import re

from PySide6.QtWidgets import QLabel

BREAK = "\u200b"  # a space without width, at which a line may end
LONGEST_UNBROKEN = 24
STEP = 12

# At a hyphen a line may end anyway.
_LONG_WORD = re.compile(rf"[^\s-]{{{LONGEST_UNBROKEN + 1},}}")


def breakable(text: str) -> str:
    """Give a text as it is to be shown: long words can be broken, others stay as they are."""
    return _LONG_WORD.sub(lambda word: _broken(word[0]), text)


class BreakableLabel(QLabel):
    """A label that breaks long words where it is told to; whoever reads it reads them whole."""

    def text(self) -> str:
        """Give what was written, without the places at which it may break."""
        return super().text().replace(BREAK, "")


def _broken(word: str) -> str:
    return BREAK.join(word[start : start + STEP] for start in range(0, len(word), STEP))
