"""The field of the time zone: the system's, or one of the IANA zones."""

import zoneinfo
from datetime import tzinfo

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.editor.zone_text import find_zone, local_words
from alarmclock.ui.theme import Theme


class ZoneField(FieldBox):
    """Takes a zone chosen from the list, or any part of its name typed."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("zone")
        self.make_typable()
        self._names: list[str] = []
        self._local = ""
        self._complete_anywhere()
        self.entry().textEdited.connect(self._load)
        self.editTextChanged.connect(self.changed)

    def show_zone(self, name: str | None, system_zone: tzinfo) -> None:
        """Show a zone, None for the system's."""
        self._local = local_words(system_zone)
        blocker = QSignalBlocker(self)
        self.clear()
        self.addItem(self._local)
        if name is not None:
            self.addItem(name)
        self._names = []
        self.setCurrentIndex(0 if name is None else 1)
        blocker.unblock()
        self.entry().home(False)

    def show_system_zone(self, system_zone: tzinfo) -> None:
        """Name the system's zone anew after it changed."""
        name = local_words(system_zone)
        if name == self._local:
            return
        shown = self.currentText()
        blocker = QSignalBlocker(self)
        self.setItemText(0, name)
        self.setEditText(name if shown == self._local else shown)
        blocker.unblock()
        self._local = name

    def zone(self) -> str | None:
        """Give the IANA name of the zone, None for the system's. Raises Invalid."""
        typed = self.currentText().strip()
        # A zone that was shown stays as it is, even where this computer does not know it.
        if (
            self.findText(typed, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
            > 0
        ):
            return typed
        if typed == self._local:
            return None
        self._load()
        return find_zone(typed, self._names)

    def showPopup(self) -> None:
        """List all zones; they are read only when somebody wants to see them."""
        self._load()
        super().showPopup()

    def _load(self) -> None:
        if self._names:
            return
        self._names = sorted(zoneinfo.available_timezones())
        text, cursor = self.currentText(), self.entry().cursorPosition()
        index = self.currentIndex()
        chosen = self.itemText(index) if index > 0 else None
        blocker = QSignalBlocker(self)
        known = {self.itemText(row) for row in range(self.count())}
        self.addItems([name for name in self._names if name not in known])
        self.setCurrentIndex(self.findText(chosen) if chosen else index)
        self.setEditText(text)
        self.entry().setCursorPosition(cursor)
        blocker.unblock()

    def _complete_anywhere(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        popup = completer.popup()
        assert popup is not None
        popup.setObjectName("zoneMatches")
        self.setCompleter(completer)
