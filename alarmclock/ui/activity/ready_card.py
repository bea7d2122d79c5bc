"""The card that tells whether a ring will be heard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from alarmclock.core.activity.activity_words import Tone
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.certainty.verdict_words import Summary
from alarmclock.ui.theme import Theme
from alarmclock.ui.verdict.mend_button import MendButton

DOT_SIZE = 10
RADIUS = 12.0
FOCUS_WIDTH = 2
MARGINS = (15, 14, 14, 15)
SPACING = (9, 8)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReadyCard(QAbstractButton):
    """Shows a verdict: a dot in its colour, a headline, what it is made of, and what mends it.

    A press on the card itself asks for everything that was checked.
    """

    mend_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readyCard")
        self.setToolTip("Show all that was checked")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A button is as high as its hint; a card is as high as its words need in its width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._dot = Dot(theme, self)
        self._headline = QLabel(self)
        self._headline.setObjectName("readyHeadline")
        self._headline.setProperty("look", "strong")
        self._detail = QLabel(self)
        self._detail.setObjectName("readyDetail")
        self._detail.setProperty("look", "small")
        self._button = MendButton(self)
        self._button.setObjectName("mend")
        self._button.mend_requested.connect(self.mend_requested)
        theme.changed.connect(self.update)
        self._lay_out()

    def show_summary(self, summary: Summary) -> None:
        """Say how it stands, and offer what mends it."""
        self.show_verdict(summary.tone, summary.headline, summary.detail, summary.mend)

    def show_verdict(
        self, role: Tone, headline: str, detail: str, mend: Mend | None = None
    ) -> None:
        """Say how it stands: good, to be warned of, or bad."""
        self._dot.show_tone(Tone(role))
        self._headline.setText(headline)
        self._detail.setText(detail)
        if mend is None and self._button.hasFocus():
            # Qt would give the focus to whatever comes next.
            self.setFocus()
        self._button.show_mend(mend, detail)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, and a ring within it for the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), FOCUS_WIDTH))
        inset = FOCUS_WIDTH / 2 if self.hasFocus() else 0
        painter.setBrush(self._theme.colour("soft"))
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, RADIUS - inset, RADIUS - inset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the card as Space does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for label in (self._headline, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setHorizontalSpacing(SPACING[0])
        layout.setVerticalSpacing(SPACING[1])
        layout.addWidget(self._dot, 0, 0)
        layout.addWidget(self._headline, 0, 1)
        layout.addWidget(self._detail, 1, 1)
        layout.addWidget(self._button, 2, 1, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(1, 1)


class Dot(QWidget):
    """A round spot in the colour of a tone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tone = Tone.GOOD
        self.setFixedSize(QSize(DOT_SIZE, DOT_SIZE))
        theme.changed.connect(self.update)

    def show_tone(self, tone: Tone) -> None:
        """Take another colour."""
        self.tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the spot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self.tone))
        middle = DOT_SIZE / 2
        painter.drawEllipse(QPointF(middle, middle), middle, middle)
