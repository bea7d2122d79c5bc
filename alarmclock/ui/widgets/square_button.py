"""The small square buttons beside a field."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.icon import icon

BUTTON_SIZE = 38
ICON_SIZE = 18


class SquareButton(QPushButton):
    """A button that shows a line icon; its name is for screen readers and the tooltip."""

    def __init__(
        self, theme: Theme, name: str, icon_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self.setObjectName(name)
        self.setProperty("look", "square")
        self.setFixedSize(BUTTON_SIZE, BUTTON_SIZE)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self._draw()
        theme.changed.connect(self._draw)

    def show_icon(self, icon_name: str, says: str) -> None:
        """Show another icon, and say what a press does now."""
        self._icon_name = icon_name
        self.setAccessibleName(says)
        self.setToolTip(says)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._icon_name, self._theme.colour("text"), ICON_SIZE))
