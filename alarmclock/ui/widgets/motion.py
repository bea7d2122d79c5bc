"""How long things may move: briefly, and not at all for people who want no motion."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

# Nobody sees these platforms, so an animation there only makes pictures differ.
UNSEEN_PLATFORMS = ("offscreen", "minimal")


def motion_ms(widget: QWidget, wanted_ms: int) -> int:
    """Give the length of an animation on a widget, 0 where there is to be none."""
    if QGuiApplication.platformName() in UNSEEN_PLATFORMS or not widget.isVisible():
        return 0
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return wanted_ms if widget.style().styleHint(hint, None, widget) > 0 else 0
