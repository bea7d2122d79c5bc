"""All that was checked, on one page; the card “Ready to ring” opens it, Esc closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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

from alarmclock.core.certainty.verdict import Verdict
from alarmclock.core.certainty.verdict_words import headline, tone
from alarmclock.ui.theme import Theme
from alarmclock.ui.verdict.reason_list import ReasonList
from alarmclock.ui.widgets.look import wear

TITLE = "Will it ring?"
EDGE, SCROLL_EDGE = 24, 12
NARROW = 460
# A sentence that is wider is tiring to read, and far from its button.
WIDEST = 680


class ChecksView(QWidget):
    """Shows a verdict with all its reasons, readable by screen readers line by line."""

    mend_requested = Signal(object)
    check_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checksView")
        self.setAccessibleName(TITLE)
        self._headline = _label("checksHeadline")
        self._checked = _label("checkedAt")
        self._checked.setProperty("look", "muted")
        self._again = _button("checkAgain", "Check again", "Look at everything anew")
        self._again.clicked.connect(self.check_requested)
        self._close = _button("closeChecks", "Close", "Close (Esc)")
        self._close.setAccessibleName("Close what was checked")
        self._close.clicked.connect(self.closed)
        self._reasons = ReasonList(theme)
        self._reasons.setMaximumWidth(WIDEST)
        self._reasons.mend_requested.connect(self.mend_requested)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_verdict(self, verdict: Verdict, checked: str) -> None:
        """Show a verdict, and say when it was checked."""
        self._headline.setText(headline(verdict))
        wear(self._headline, tone(verdict).value)
        self._checked.setText(checked)
        self.setAccessibleDescription(self._headline.text())
        was_within = self._holds_focus
        self._reasons.show_reasons(verdict.reasons)
        if was_within and not self._holds_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Let Enter and Esc close the page."""
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons below the title where there is no room beside it."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(below if event.size().width() < NARROW else beside)

    @property
    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _lay_out(self) -> None:
        title = QLabel(TITLE)
        title.setProperty("look", "title")
        buttons = QHBoxLayout()
        buttons.addWidget(self._again)
        buttons.addWidget(self._close)
        self._head.addWidget(title, 1)
        self._head.addLayout(buttons)
        standing = QVBoxLayout()
        standing.setSpacing(4)
        standing.addWidget(self._headline)
        standing.addWidget(self._checked)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(16)
        column.addLayout(self._head)
        column.addLayout(standing)
        column.addWidget(self._scroll_area(), 1)

    def _scroll_area(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, SCROLL_EDGE, 2)
        column.addWidget(self._reasons)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(name: str, text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setToolTip(tooltip)
    button.setAutoDefault(True)
    return button
