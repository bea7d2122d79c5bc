"""What can be done with the chosen entry of the calendar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from alarmclock.core.outlook.entry import Entry
from alarmclock.ui.widgets.elided_label import ElidedLabel


class EntryBar(QWidget):
    """The name of an entry, and buttons to skip it, to take that back and to edit its alarm."""

    skip_requested = Signal()
    take_back_requested = Signal()
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("", self)
        self._name.setObjectName("calendarChosen")
        self._name.setProperty("look", "muted")
        self._skip = self._button("calendarSkip", "Skip", "Skip this ring (S)")
        self._take_back = self._button(
            "calendarTakeBack", "Ring as planned", "Do not skip this ring (Shift+S)"
        )
        self._edit = self._button("calendarEdit", "Edit", "Edit this alarm (Enter)")
        self._skip.clicked.connect(self.skip_requested)
        self._take_back.clicked.connect(self.take_back_requested)
        self._edit.clicked.connect(self.edit_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        for button in (self._skip, self._take_back, self._edit):
            row.addWidget(button)
        self.show_entry(None, "", can_edit=False)

    def show_entry(self, entry: Entry | None, words: str, *, can_edit: bool) -> None:
        """Offer what makes sense for an entry; None takes everything away."""
        self._name.setText(words)
        self._skip.setVisible(entry is not None and entry.can_skip)
        self._take_back.setVisible(entry is not None and entry.can_take_back)
        self._edit.setVisible(can_edit)
        self.setVisible(entry is not None)

    def _button(self, name: str, text: str, says: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(says.partition(" (")[0])
        button.setToolTip(says)
        button.setProperty("look", "small")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
