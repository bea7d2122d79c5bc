"""The pill switch that turns something on and off."""

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.motion import motion_ms

TRACK = QSize(44, 26)
KNOB_MARGIN = 3
FOCUS_GAP = 2
FOCUS_WIDTH = 2
SLIDE_MS = 120
DISABLED_OPACITY = 0.45


class Switch(QAbstractButton):
    """A checkable button that looks like a switch; its knob slides when it is toggled."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = 0.0
        self._slide = QPropertyAnimation(self, b"place", self)
        self._slide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._move_knob)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Leave room for the focus ring around the pill."""
        ring = 2 * (FOCUS_GAP + FOCUS_WIDTH)
        return TRACK + QSize(ring, ring)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill, the knob, and a ring around them for the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        track = QRectF(0, 0, TRACK.width(), TRACK.height())
        track.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._track_colour())
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setBrush(QColor("white"))
        painter.drawEllipse(self._knob(track))
        if self.hasFocus():
            self._draw_focus(painter, track)

    def _read_place(self) -> float:
        return self._place

    def _write_place(self, place: float) -> None:
        self._place = place
        self.update()

    # Where the knob is: 0 is off, 1 is on.
    place = Property(float, _read_place, _write_place)

    def _move_knob(self, on: bool) -> None:
        self._slide.stop()
        end = 1.0 if on else 0.0
        length_ms = motion_ms(self, SLIDE_MS)
        if not length_ms:
            self._write_place(end)
            return
        self._slide.setDuration(length_ms)
        self._slide.setEndValue(end)
        self._slide.start()

    def _track_colour(self) -> QColor:
        return _between(self._theme.colour("off"), self._theme.colour("accent"), self._place)

    def _knob(self, track: QRectF) -> QRectF:
        size = track.height() - 2 * KNOB_MARGIN
        way = track.width() - 2 * KNOB_MARGIN - size
        left = track.left() + KNOB_MARGIN + way * self._place
        return QRectF(left, track.top() + KNOB_MARGIN, size, size)

    def _draw_focus(self, painter: QPainter, track: QRectF) -> None:
        distance = FOCUS_GAP + FOCUS_WIDTH / 2
        ring = track.adjusted(-distance, -distance, distance, distance)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), FOCUS_WIDTH))
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


def _between(start: QColor, end: QColor, part: float) -> QColor:
    return QColor.fromRgbF(
        start.redF() + (end.redF() - start.redF()) * part,
        start.greenF() + (end.greenF() - start.greenF()) * part,
        start.blueF() + (end.blueF() - start.blueF()) * part,
    )
