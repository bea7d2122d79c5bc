"""One line of the editor: the name of a field, the field, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LABEL_WIDTH = 110
FIELD_HEIGHT = 38
# The first line of what is higher than a field: a chip, or a line of text with its margin.
TALL_LABEL_HEIGHT = 30
ROW_GAP = 10


class FieldRow(QWidget):
    """Sets a field beside its name, or below it where the editor is narrow."""

    def __init__(
        self,
        name: str,
        field: QWidget,
        content: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        is_tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._is_tall = is_tall
        self._is_stacked: bool | None = None
        self._content = content or field
        self._label = QLabel(name, self)
        self._label.setProperty("look", "field")
        self._label.setBuddy(field)
        self._label.setVisible(bool(name))
        self._note: QWidget | None = None
        self._problem = QLabel(self)
        self._problem.setProperty("look", "bad")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(4)
        self._layout.setColumnStretch(1, 1)
        if field.accessibleName() == "":
            field.setAccessibleName(name)
        self._content.setMinimumHeight(TALL_LABEL_HEIGHT if is_tall else FIELD_HEIGHT)
        self.stack(stacked=False)

    def stack(self, *, stacked: bool) -> None:
        """Set the field below its name, or beside it."""
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        is_whole_line = stacked or self._label.isHidden()
        column, row = (0, 1) if is_whole_line else (1, 0)
        span = 2 if is_whole_line else 1
        self._label.setMinimumWidth(0 if is_whole_line else LABEL_WIDTH)
        self._label.setMinimumHeight(TALL_LABEL_HEIGHT if self._is_tall and not stacked else 0)
        below = [part for part in (self._content, self._note, self._problem) if part]
        for part in (self._label, *below):
            self._layout.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop if self._is_tall else Qt.AlignmentFlag(0)
        self._layout.addWidget(self._label, 0, 0, top)
        for number, part in enumerate(below, row):
            self._layout.addWidget(part, number, column, 1, span)

    def put_below(self, note: QWidget) -> None:
        """Set a remark below the field."""
        note.setParent(self)
        self._note = note
        stacked, self._is_stacked = bool(self._is_stacked), None
        self.stack(stacked=stacked)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the entry; an empty sentence takes that back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
