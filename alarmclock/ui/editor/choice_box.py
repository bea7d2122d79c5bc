"""The field of a length or a count: chosen from a list, or typed."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.choices import Choices
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.theme import Theme

T = TypeVar("T")


class ChoiceBox(FieldBox, Generic[T]):
    """Offers some values; one that is not among them is typed, or shown as its own entry."""

    def __init__(self, theme: Theme, choices: Choices[T], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(choices.field)
        self._choices = choices
        self._values: list[T] = []
        self.make_typable()

    def show_value(self, value: T) -> None:
        """Show a value, as its own entry where it is not offered."""
        offered = self._choices.offered
        self._values = [*offered] if value in offered else [value, *offered]
        blocker = QSignalBlocker(self)
        self.clear()
        self.addItems([self._choices.words(each) for each in self._values])
        self.setCurrentIndex(self._values.index(value))
        blocker.unblock()
        self.entry().home(False)

    def value(self) -> T:
        """Give the value that is shown or typed. Raises Invalid."""
        shown = self.currentText().strip()
        index = self.findText(shown)
        return self._values[index] if index >= 0 else self._choices.parse(shown)

    def value_or_none(self) -> T | None:
        """Give the value that is shown or typed, None where there is none."""
        try:
            return self.value()
        except Invalid:
            return None
