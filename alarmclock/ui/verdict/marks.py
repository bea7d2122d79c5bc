"""How a grade is marked: a shape and a colour, so that neither is needed alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from alarmclock.core.certainty.verdict import Grade, Reason
from alarmclock.core.certainty.verdict_words import TONES
from alarmclock.ui.widgets.icon import Icons

MARK_SIZE = 18
PICTURES = {Grade.GOOD: "check", Grade.WARNING: "warning", Grade.BAD: "close"}
SPOKEN = {Grade.GOOD: "Good", Grade.WARNING: "Warning", Grade.BAD: "Bad"}
# What can't be seen is marked as neither good nor bad.
UNKNOWN_PICTURE, UNKNOWN_COLOUR, UNKNOWN_SPOKEN = "minus", "muted", "Not known"


def spoken(reason: Reason) -> str:
    """Say before its sentence how good a reason is."""
    return SPOKEN[reason.grade] if reason.is_known else UNKNOWN_SPOKEN


class GradeMark(QWidget):
    """The mark of one reason; a screen reader hears it with the sentence beside it."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._grade: Grade | None = Grade.GOOD
        self.setFixedSize(QSize(MARK_SIZE, MARK_SIZE))
        icons.theme.changed.connect(self.update)

    def show_reason(self, reason: Reason) -> None:
        """Mark another reason."""
        self._grade = reason.grade if reason.is_known else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        ratio = self.devicePixelRatioF()
        picture, colour = UNKNOWN_PICTURE, UNKNOWN_COLOUR
        if self._grade is not None:
            picture, colour = PICTURES[self._grade], TONES[self._grade].value
        QPainter(self).drawPixmap(0, 0, self._icons.give(picture, colour, MARK_SIZE, ratio))
