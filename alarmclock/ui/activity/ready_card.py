"""The card that tells whether a ring will be heard."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from alarmclock.core.activity_words import Tone
from alarmclock.ui.theme import Theme

DOT_SIZE = 10
MARGINS = (15, 14, 14, 15)
SPACING = (9, 8)


class ReadyCard(QFrame):
    """Shows a verdict: a dot in its colour, a headline, and what it is made of."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readyCard")
        self.setProperty("look", "soft")
        self._dot = Dot(theme, self)
        self._headline = QLabel(self)
        self._headline.setObjectName("readyHeadline")
        self._headline.setProperty("look", "strong")
        self._detail = QLabel(self)
        self._detail.setObjectName("readyDetail")
        self._detail.setProperty("look", "small")
        self._lay_out()

    def show_verdict(self, role: Tone, headline: str, detail: str) -> None:
        """Say how it stands: good, to be warned of, or bad."""
        self._dot.show_tone(Tone(role))
        self._headline.setText(headline)
        self._detail.setText(detail)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(detail)

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
