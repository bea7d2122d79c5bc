"""Where the data is kept, which version this is, and the way to the keyboard shortcuts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from alarmclock.ui.settings.section import Section
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.tips import plain_tip

DATA_HINT = "Alarms, timers and the activity are kept in this folder of your computer."


class AboutSection(Section):
    """What the program tells of itself."""

    open_folder_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("About", parent)
        hint = QLabel(DATA_HINT)
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        self._folder = QLineEdit()
        self._folder.setObjectName("dataFolder")
        self._folder.setAccessibleName("Data folder")
        self._folder.setReadOnly(True)
        self._version = QLabel()
        self._version.setObjectName("version")
        self._version.setProperty("look", "muted")
        self.add(hint, self._folder, self._buttons(), self._version)

    def show_about(self, version: str, data_folder: str) -> None:
        """Show the version and the folder."""
        self._version.setText(f"Alarm Clock {version}")
        self._folder.setText(data_folder)
        self._folder.setToolTip(plain_tip(data_folder))
        self._folder.setCursorPosition(0)

    def _buttons(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row)
        for text, name, tooltip, request in (
            ("Open folder", "openFolder", "Show the data folder", self.open_folder_requested),
            (
                "Keyboard shortcuts (F1)",
                "showShortcuts",
                "List all keyboard shortcuts (F1)",
                self.shortcuts_requested,
            ),
        ):
            button = QPushButton(text, row)
            button.setObjectName(name)
            button.setAccessibleName(text)
            button.setToolTip(tooltip)
            button.clicked.connect(request)
            line.addWidget(button)
        return row
