"""A box to choose one of some values, which also keeps a value that is not among them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from alarmclock.ui.widgets.box import Box
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.tips import plain_tip

CHEVRON_SIZE = 18
CHEVRON_MARGIN = 10
TEXT_MARGIN = 20
SHORTEST_IN_LETTERS = 9


class ChoiceBox(Box):
    """Values with their words; `chosen` tells the value that a person picked."""

    chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        values: Sequence[object],
        words: Callable[[object], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(SHORTEST_IN_LETTERS, parent)
        self._icons = icons
        self._words = words
        self._own = tuple(values)
        self._values: tuple[object, ...] = ()
        self._offer(self._own)
        self.activated.connect(self._tell)

    def value(self) -> object:
        """Give the value that is chosen."""
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        """Show a value; one that is not among the choices is added to them."""
        wanted = self._own if value in self._own else (*self._own, value)
        if wanted != self._values:
            self._offer(wanted)
        self.setCurrentIndex(self._values.index(value))
        self.setToolTip(plain_tip(self.currentText()))

    def offer(self, values: Sequence[object]) -> None:
        """Offer other values; the first of them is chosen."""
        self._own = tuple(values)
        self._offer(self._own)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, as much of the text as fits, and the arrow that says there are more."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        left = self.width() - CHEVRON_SIZE - CHEVRON_MARGIN
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, left - TEXT_MARGIN
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = self._icons.give("chevron-down", "muted", CHEVRON_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - CHEVRON_SIZE) // 2, arrow)

    def _offer(self, values: tuple[object, ...]) -> None:
        self._values = values
        self.clear()
        self.addItems([self._words(value) for value in values])

    def _tell(self, place: int) -> None:
        self.setToolTip(plain_tip(self.currentText()))
        self.chosen.emit(self._values[place])
