"""One setting: what it is about, and the field beside or below it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.widgets.sentence import ErrorSentence
from alarmclock.ui.widgets.two_column_page import ANY_WIDTH

BESIDE = 400
FIELD_WIDTH = 200
SPACING = 16
SPACING_BELOW = 6


class SettingRow(QWidget):
    """A label with a hint, a field, and a sentence when what was entered can't be used."""

    def __init__(
        self,
        title: str,
        field: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        is_below: bool = False,
    ) -> None:
        """Set a field that says much below its label, however wide the row is."""
        super().__init__(parent)
        self._is_below = is_below
        self._field = field
        field.setAccessibleName(title)
        self._error = ErrorSentence(self)
        self._error.setObjectName(f"{field.objectName()}Error")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(self._told(title, hint), stretch=1)
        self._line.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING_BELOW)
        column.addLayout(self._line)
        column.addWidget(self._error)

    def say(self, sentence: str) -> None:
        """Say what is wrong with the field, or nothing."""
        self._error.say(sentence)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the field below its label needs."""
        return QSize(self._field.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the field beside the label where there is room, else below."""
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE and not self._is_below
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(direction)
        self._line.setSpacing(SPACING if beside else SPACING_BELOW)
        self._field.setMinimumWidth(FIELD_WIDTH if beside else 0)
        self._field.setMaximumWidth(FIELD_WIDTH if beside else ANY_WIDTH)

    def _told(self, title: str, hint: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        # An alignment instead would give the hint the room of fewer lines than it needs.
        words.addStretch(1)
        label = QLabel(title, self)
        label.setWordWrap(True)
        label.setBuddy(self._field)
        words.addWidget(label)
        if hint:
            explained = QLabel(hint, self)
            explained.setProperty("look", "muted")
            explained.setWordWrap(True)
            words.addWidget(explained)
        words.addStretch(1)
        return words
