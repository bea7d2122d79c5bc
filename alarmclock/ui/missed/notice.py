"""The notice of what was missed; it stays until somebody has taken note."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring
from alarmclock.ui.missed.groups import MissedRow, missed_groups, missed_sentence
from alarmclock.ui.missed.row import DONE, RING, SNOOZE, MissedRing, action_buttons
from alarmclock.ui.widgets.emptying import take_widgets

SHOWN_AT_FIRST = 3
MOST_SHOWN = 100
TALLEST = 260
SHARE_OF_WINDOW = 0.18
NARROW = 420
HEAD_NAMES = {RING: "missedRingAll", SNOOZE: "missedSnoozeAll", DONE: "acknowledge"}

Group = tuple[str, list[MissedRow]]


class MissedNotice(QFrame):
    """Says what did not ring or was not answered, when it was due and why.

    Each request carries the key of one ring, or None for all of them.
    """

    ring_requested = Signal(object)
    snooze_requested = Signal(object)
    acknowledge_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("missedNotice")
        self.setProperty("look", "badSoft")
        self._groups: list[Group] = []
        self._expanded = False
        self._text = QLabel()
        self._text.setObjectName("missedText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._head = action_buttons(lambda verb: self._ask(verb, None), "all", HEAD_NAMES)
        self._more = self._more_button()
        self._rows: list[MissedRing] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(4)
        self._area = self._scroll_area()
        self._lay_out()
        self.hide()

    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._text.text()

    def show_missed(self, missed: Sequence[tuple[Item, Ring]], now: datetime, zone: tzinfo) -> None:
        """Show what was missed; with nothing missed there is no notice."""
        self._text.setText(missed_sentence(missed, now, zone) if missed else "")
        groups = missed_groups(missed, now, zone) if missed else []
        if groups != self._groups:
            self._groups = groups
            self._fill()
        self.setAccessibleName(self._text.text())
        self.setVisible(bool(missed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the buttons where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _more_button(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("missedMore")
        button.setProperty("look", "quiet")
        button.clicked.connect(self._turn)
        return button

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        return area

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in self._head:
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(6)
        self._line.addWidget(self._text, 1)
        self._line.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(self._line)
        column.addWidget(self._area)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self) -> None:
        """Show the rows anew, and leave the focus where it was if that is still there."""
        focused = self._place_of_focus()
        self._empty()
        count = sum(len(rows) for _, rows in self._groups)
        left = MOST_SHOWN if self._expanded else SHOWN_AT_FIRST
        if count > 1:
            for heading, rows in self._groups:
                left -= self._add_group(heading, rows[: max(left, 0)])
        self._area.setVisible(count > 1)
        self._more.setVisible(count > SHOWN_AT_FIRST)
        hidden = count - len(self._rows)
        self._more.setText("Show fewer" if self._expanded else f"and {hidden:,} more")
        self._more.setAccessibleName("Show fewer" if self._expanded else f"Show {hidden:,} more")
        self._fit()
        self._give_focus(focused)

    def _add_group(self, heading: str, rows: list[MissedRow]) -> int:
        if rows:
            label = QLabel(heading)
            label.setObjectName("missedCause")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("look", "badSmall")
            label.setIndent(0)
            self._lines.addWidget(label)
            label.show()
        for row in rows:
            ring = MissedRing(row, self._ask)
            self._rows.append(ring)
            self._lines.addWidget(ring)
            ring.show()
        return len(rows)

    def _empty(self) -> None:
        self._rows = []
        for widget in take_widgets(self._lines):
            widget.hide()
            widget.deleteLater()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        several = len(self._rows) > 1
        below = narrow and not several
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        for button in self._head[:-1]:
            button.setVisible(not (several and narrow))
        for row in self._rows:
            row.buttons[0].setText("Ring" if narrow else "Ring now")
            row.buttons[1].setVisible(not narrow)
        tallest = min(TALLEST, int(self.window().height() * SHARE_OF_WINDOW))
        self._area.setFixedHeight(min(self._list.sizeHint().height(), tallest))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        # A page that is short of height would squeeze wrapped lines rather than the list below.
        wrapped = layout.totalHeightForWidth(self.width())
        self.setMinimumHeight(max(wrapped, layout.totalMinimumSize().height()))

    def _place_of_focus(self) -> int | None:
        """Give the row in which the focus is, None where it is in none."""
        focused = self.focusWidget()
        if focused is None or not focused.hasFocus():
            return None
        return next((n for n, row in enumerate(self._rows) if row.isAncestorOf(focused)), None)

    def _give_focus(self, place: int | None) -> None:
        if place is None or not self._groups:
            return
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].buttons[-1].setFocus()
        else:
            self._head[-1].setFocus()

    def _turn(self) -> None:
        self._expanded = not self._expanded
        self._fill()

    def _ask(self, verb: str, key: object) -> None:
        {
            RING: self.ring_requested,
            SNOOZE: self.snooze_requested,
            DONE: self.acknowledge_requested,
        }[verb].emit(key)
