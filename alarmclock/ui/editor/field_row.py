"""One line of the editor: the name of a field, the field, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LABEL_WIDTH = 110
FIELD_HEIGHT = 38
ROW_GAP = 10


class FieldRow(QWidget):
    """Sets a field beside its name, or below it where the editor is narrow."""

    def __init__(
        self,
        name: str,
        field: QWidget,
        content: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._is_stacked: bool | None = None
        self._content = content or field
        self._label = QLabel(name, self)
        self._label.setProperty("look", "field")
        self._label.setBuddy(field)
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
        self._content.setMinimumHeight(FIELD_HEIGHT)
        self.stack(stacked=False)

    def stack(self, *, stacked: bool) -> None:
        """Set the field below its name, or beside it."""
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        for widget in (self._label, self._content, self._problem):
            self._layout.removeWidget(widget)
        column, row = (0, 1) if stacked else (1, 0)
        span = 2 if stacked else 1
        self._label.setMinimumWidth(0 if stacked else LABEL_WIDTH)
        self._layout.addWidget(self._label, 0, 0)
        self._layout.addWidget(self._content, row, column, 1, span)
        self._layout.addWidget(self._problem, row + 1, column, 1, span)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the entry; an empty sentence takes that back."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
