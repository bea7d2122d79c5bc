"""The way to files of other programs and computers, and to the backups."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QWidget

from alarmclock.ui.settings.section import Section
from alarmclock.ui.widgets.flow_layout import FlowLayout

HINT = (
    "Export everything (.json), a calendar (.ics) or a table (.csv). Import such a calendar or "
    "export; you see what it will do first."
)
EXPORTS = "Everything (*.json);;Calendar (*.ics);;Table (*.csv)"
IMPORTS = ["Calendars and exports (*.ics *.ical *.ifb *.json)", "All files (*)"]
FILE_NAME = "alarms.json"
ENDINGS = {"Everything": "json", "Calendar": "ics", "Table": "csv"}
HISTORY_TEXT = "With the activity"
HISTORY_TIP = "Save all that rang and happened, too; a .json file has room for it"


class ExchangeSection(Section):
    """Three buttons; the files are chosen in dialogs that stop nothing."""

    export_requested = Signal(str, bool)
    import_requested = Signal(str)
    backups_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Import and export", parent)
        self._dialog: QFileDialog | None = None
        hint = QLabel(HINT)
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        self._history = QCheckBox(HISTORY_TEXT)
        self._history.setObjectName("exportHistory")
        self._history.setAccessibleName(HISTORY_TEXT)
        self._history.setToolTip(HISTORY_TIP)
        self.add(hint, self._buttons(), self._history)

    def _buttons(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row)
        for text, name, tooltip, act in (
            (
                "Export…",
                "exportData",
                "Save alarms, timers and settings in a file",
                self._ask_where,
            ),
            ("Import…", "importData", "Read a calendar or an export", self._ask_what),
            (
                "Restore a backup…",
                "restoreBackup",
                "List the backups that were made",
                self.backups_requested.emit,
            ),
        ):
            button = QPushButton(text, row)
            button.setObjectName(name)
            button.setAccessibleName(text.removesuffix("…"))
            button.setToolTip(tooltip)
            button.clicked.connect(act)
            line.addWidget(button)
        return row

    def _ask_where(self) -> None:
        dialog = self._make_dialog("exportDialog", "Export", EXPORTS.split(";;"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(FILE_NAME)
        dialog.setDefaultSuffix("json")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(ENDINGS[chosen.partition(" ")[0]])
        )
        dialog.fileSelected.connect(
            lambda path: self.export_requested.emit(path, self._history.isChecked())
        )
        dialog.show()

    def _ask_what(self) -> None:
        dialog = self._make_dialog("importDialog", "Import", IMPORTS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_requested)
        dialog.show()

    def _make_dialog(self, name: str, title: str, kinds: list[str]) -> QFileDialog:
        if self._dialog is not None:
            self._dialog.close()
        dialog = self._dialog = QFileDialog(self.window(), title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(kinds)
        dialog.finished.connect(self._forget_dialog)
        return dialog

    def _forget_dialog(self) -> None:
        self._dialog = None
