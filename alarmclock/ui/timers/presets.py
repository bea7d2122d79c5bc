"""The presets: a press on a length starts a timer of it."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from alarmclock.core.errors import Invalid
from alarmclock.core.words.wording import rough_length
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.preset_field import PresetField
from alarmclock.ui.widgets.sentence import ErrorSentence

HINT = "Minutes, separated by commas. Enter saves, Esc leaves them as they were."


class Presets(QWidget):
    """A row of lengths that wraps, and a line to change them in."""

    start_requested = Signal(timedelta)
    presets_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: tuple[int, ...] = ()
        self._buttons: list[QPushButton] = []
        self._edit = QPushButton("Edit", self)
        self._edit.setObjectName("editPresets")
        self._edit.setAccessibleName("Edit presets")
        self._edit.setToolTip("Change the lengths of the presets")
        self._edit.setProperty("look", "quiet")
        self._edit.setCheckable(True)
        self._edit.clicked.connect(self._open_or_save)
        self._editor = QWidget(self)
        self._field = PresetField(self._editor)
        self._field.setObjectName("presetsEdit")
        self._field.setAccessibleName("Presets in minutes")
        self._field.returnPressed.connect(self._save)
        self._error = ErrorSentence(self._editor)
        self._error.setObjectName("presetsError")
        self._lay_out()

    def show_presets(self, presets: Sequence[int]) -> None:
        """Offer these lengths, in minutes."""
        if tuple(presets) == self._presets:
            return
        self._presets = tuple(presets)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self._edit)
        self._buttons = [self._button(minutes) for minutes in presets]
        self._row.addWidget(self._edit)
        self._put_in_tab_order()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the presets as they were on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._editor.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def _button(self, minutes: int) -> QPushButton:
        length = timedelta(minutes=minutes)
        words = rough_length(length)
        button = QPushButton(words, self)
        button.setObjectName(f"preset_{minutes}")
        button.setAccessibleName(f"Start a timer of {words}")
        button.setToolTip(f"Start a timer of {words}")
        button.clicked.connect(partial(self._start, length))
        self._row.addWidget(button)
        button.show()
        return button

    def _start(self, length: timedelta, *_checked: bool) -> None:
        self.start_requested.emit(length)

    def _put_in_tab_order(self) -> None:
        stops: list[QWidget] = [self._edit, *self._buttons, self._edit, self._field]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _open_or_save(self) -> None:
        if self._editor.isVisible():
            self._save()
        else:
            self._open()

    def _open(self) -> None:
        self._field.show_presets(self._presets)
        self._error.say("")
        self._show_editor(True)
        self._field.setFocus()
        self._field.selectAll()

    def _save(self) -> None:
        try:
            presets = self._field.read()
        except Invalid as error:
            self._error.say(str(error))
            self._edit.setChecked(True)
            self._field.setFocus()
            return
        self._close()
        if presets != self._presets:
            self.presets_changed.emit(presets)

    def _close(self) -> None:
        self._edit.setFocus()
        self._show_editor(False)

    def _show_editor(self, shown: bool) -> None:
        self._editor.setVisible(shown)
        self._edit.setChecked(shown)
        self._edit.setText("Save" if shown else "Edit")
        self._edit.setAccessibleName("Save presets" if shown else "Edit presets")

    def _lay_out(self) -> None:
        row_area = QWidget(self)
        self._row = FlowLayout(row_area)
        self._row.addWidget(self._edit)
        hint = QLabel(HINT, self._editor)
        hint.setProperty("look", "muted")
        hint.setWordWrap(True)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        for part in (self._field, self._error, hint):
            editor.addWidget(part)
        self._editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row_area)
        column.addWidget(self._editor)
