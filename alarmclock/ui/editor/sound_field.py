"""The field of the sound: a bundled one or an own file, with a button that plays it."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from alarmclock import resources
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.square_button import SquareButton
from alarmclock.ui.widgets.tips import plain_tip

FILE_KINDS = ["Sounds (*.wav *.flac *.mp3 *.ogg *.oga)", "All files (*)"]


class SoundField(QWidget):
    """Shows and takes a sound by its name in RingSettings."""

    changed = Signal()
    # A file was chosen in the dialog: its path, so that it can be prepared before Save.
    file_chosen = Signal(str)
    preview_toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = FieldBox(theme, self)
        self.box.setObjectName("sound")
        self.box.setAccessibleName("Sound")
        self.box.setToolTip("What is heard when the alarm rings.")
        self.preview = SquareButton(theme, "preview", "play", self)
        self.choose = SquareButton(theme, "chooseSound", "plus", self)
        self.choose.setAccessibleName("Choose a sound file")
        self.choose.setToolTip("Choose a sound file of your own.")
        self._dialog: QFileDialog | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.preview)
        layout.addWidget(self.choose)
        self.show_previewing(previewing=False)
        self.box.currentIndexChanged.connect(self.changed)
        self.preview.clicked.connect(self.preview_toggled)
        self.choose.clicked.connect(self._open_dialog)

    def show_sound(self, sound: str) -> None:
        """Show a sound; one that is not bundled becomes its own entry."""
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        for bundled in resources.sounds():
            self.box.addItem(bundled.name, bundled.id)
            self._explain_last(bundled.description)
        self._select(sound)
        blocker.unblock()

    def sound(self) -> str:
        """Give the name of the bundled sound, or the path of the own file."""
        return str(self.box.currentData())

    def show_previewing(self, *, previewing: bool) -> None:
        """Let the button stop the sound while it plays."""
        if previewing:
            self.preview.show_icon("stop", "Stop the sound")
        else:
            self.preview.show_icon("play", "Play the sound")

    def close_dialog(self) -> None:
        """Take away the dialog of an own file: it belongs to an alarm that is edited no more."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog = None

    def _select(self, sound: str) -> None:
        index = self.box.findData(sound)
        if index < 0:
            self.box.addItem(Path(sound).name or sound, sound)
            self._explain_last(sound)
            index = self.box.count() - 1
        self.box.setCurrentIndex(index)

    def _explain_last(self, text: str) -> None:
        self.box.setItemData(self.box.count() - 1, plain_tip(text), Qt.ItemDataRole.ToolTipRole)

    def _open_dialog(self) -> None:
        self.close_dialog()
        dialog = QFileDialog(self.window(), "Choose a sound file", _music())
        dialog.setObjectName("soundDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(FILE_KINDS)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        # Shown, not opened: an alarm may ring meanwhile, and the window has to answer.
        dialog.show()

    def _take_file(self, path: str) -> None:
        self._select(path)
        self.file_chosen.emit(path)

    def _forget_dialog(self) -> None:
        self._dialog = None


def _music() -> str:
    """Give the folder of people's music, or their home where there is none."""
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    return music if Path(music).is_dir() else str(Path.home())
