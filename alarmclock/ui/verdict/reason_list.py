"""The reasons of a verdict, one below the other."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.certainty.verdict import Reason
from alarmclock.ui.theme import Theme
from alarmclock.ui.verdict.reason_row import ReasonRow
from alarmclock.ui.widgets.icon import Icons

GAP = 12
STACKED_BELOW = 440


class ReasonList(QWidget):
    """Shows reasons in the order given; its rows are kept, so that the keyboard stays in them."""

    mend_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = Icons(theme)
        self._rows: list[ReasonRow] = []
        self._shown: tuple[Reason, ...] = ()
        self._is_stacked = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def show_reasons(self, reasons: Iterable[Reason]) -> None:
        """Show reasons; the same again repaint nothing."""
        shown = tuple(reasons)
        if shown == self._shown:
            return
        self._shown = shown
        while len(self._rows) < len(shown):
            self._add_row()
        for number, row in enumerate(self._rows):
            if number < len(shown):
                row.show_reason(shown[number])
            row.setVisible(number < len(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons below the sentences where there is little room."""
        super().resizeEvent(event)
        is_stacked = self.width() < STACKED_BELOW
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            for row in self._rows:
                row.stack(stacked=is_stacked)

    def _add_row(self) -> None:
        row = ReasonRow(self._icons, self)
        row.mend_requested.connect(self.mend_requested)
        row.stack(stacked=self._is_stacked)
        self._rows.append(row)
        self._column.addWidget(row)
