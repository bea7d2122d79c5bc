"""Where the keyboard was before something came over the page, to give it back there."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusBefore:
    """Remembers a widget, which may be gone when the focus comes back."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def note(self, widget: QWidget | None) -> None:
        """Remember who has the focus now, if anybody has."""
        self._widget = widget

    def give_back(self) -> None:
        """Give it the focus again, if it is still there and can be seen."""
        widget, self._widget = self._widget, None
        if widget is not None and isValid(widget) and widget.isVisible():
            widget.setFocus()
