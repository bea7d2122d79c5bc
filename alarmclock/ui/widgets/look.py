"""How a widget changes the look that the stylesheet gives it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def wear(widget: QWidget, look: str | bool, name: str = "look") -> None:
    """Set a property that the stylesheet asks for, and dress the widget anew if it changed."""
    if widget.property(name) == look:
        return
    widget.setProperty(name, look)
    # What was never shown is dressed when it is shown first.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
