"""The fixed parts of the editor: its title above, its buttons below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

BUTTON_HEIGHT = 44


class Header(QWidget):
    """The title of the editor, and the way out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setObjectName("editorTitle")
        self.title.setProperty("look", "panelTitle")
        hint = QLabel("Esc", self)
        hint.setProperty("look", "muted")
        self.cancel = QPushButton("Cancel", self)
        self.cancel.setObjectName("cancel")
        self.cancel.setAccessibleName("Cancel")
        self.cancel.setToolTip("Close without saving (Esc)")
        self.cancel.setProperty("look", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.cancel)
        layout.addWidget(hint)


class Footer(QWidget):
    """Save and Delete, in sight wherever the fields are scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = self._button("save", "Save", "primary", "Save the alarm (Enter or Ctrl+S)")
        self.delete = self._button("delete", "Delete", "danger", "Delete this alarm")
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.delete.setMinimumWidth(110)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.delete)
        layout.addWidget(self.save)

    def _button(self, name: str, text: str, look: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(tooltip)
        button.setProperty("look", look)
        button.setMinimumHeight(BUTTON_HEIGHT)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
