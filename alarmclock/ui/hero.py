"""The head of the window: sky, time, date, analog face and what rings next."""

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from alarmclock.core.words.wording import long_day
from alarmclock.ui.clock_face import (
    paint_dial,
    paint_second_hand,
    paint_slow_hands,
    reach_of_second_hand,
)
from alarmclock.ui.patch import Patch, piece
from alarmclock.ui.sky import Sky
from alarmclock.ui.theme import font

RADIUS = 20
HEIGHT, LOW_HEIGHT = 196, 152
DIGITS, SMALL_DIGITS = 88, 60
FACE = 152
# Narrower than this, the face goes and the digits shrink.
WIDE = 520
PILL_HEIGHT = 30
# The hand of minutes moves by a pixel in this time.
SLOW_HANDS_STAND_S = 10
# Where room is scarce, what rings matters more than that it is the next.
NEXT = "Next: "
SHORTEST_NAME = 64
WHITE = QColor(255, 255, 255)
PALE = QColor(255, 255, 255, 215)
PILL = QColor(255, 255, 255, 30)
DOT = QColor("#FDBA8C")


class NextRing(QLabel):
    """The pill that counts down to the next ring."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nextRing")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(14, QFont.Weight.DemiBold))
        self._name = self._rest = ""
        self._behind = QPixmap()
        self._pill = QImage()
        self._drawn_for: object = None

    def lie_on(self, picture: QPixmap) -> None:
        """Take the picture of the parent on which it lies."""
        self._behind = picture
        self.update()

    def show_next(self, name: str, rest: str) -> None:
        """Show and announce a name and what follows it; only the name is ever shortened."""
        if (name, rest) == (self._name, self._rest):
            return
        self._name, self._rest = name, rest
        self.setText(name + rest)
        self.setAccessibleName(self.text())
        self._fit()

    def fit(self, width: int) -> None:
        """Be no wider than this."""
        self.setMaximumWidth(max(width, 0))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Stay opaque: a style sheet takes a label for transparent each time it is put on."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.StyleChange):
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as fits; the pill beneath it is drawn already."""
        wanted = (self._behind.cacheKey(), self.geometry().getRect())
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self._pill = self._draw_pill()
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), self._pill)
        painter.setPen(WHITE)
        room = self.rect().adjusted(30, 0, -14, 0)
        words = fitted(self._name, self._rest, self.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_pill(self) -> QImage:
        """Draw the pill and its dot over what is behind, which nobody then paints again."""
        drawn = piece(self._behind, self.geometry())
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PILL)
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(DOT)
        painter.drawEllipse(QPointF(17, radius), 4, 4)
        painter.end()
        return drawn

    def _fit(self) -> None:
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 46
        self.resize(min(wanted, self.maximumWidth()), PILL_HEIGHT)


def fitted(name: str, rest: str, metrics: QFontMetrics, width: int) -> str:
    """Shorten a name to what fits before the rest; where that is nothing, shorten the rest."""
    name_room = width - metrics.horizontalAdvance(rest)
    if metrics.horizontalAdvance(name) > name_room:
        name = name.removeprefix(NEXT)
    needed = min(metrics.horizontalAdvance(name), SHORTEST_NAME)
    if name_room >= needed:
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, name_room) + rest
    name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(width // 2, needed))
    return metrics.elidedText(name + rest, Qt.TextElideMode.ElideRight, width)


class Hero(QWidget):
    """Shows the present second; it is told the time and asks nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hero")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sky = Sky()
        self._local = datetime.min.replace(tzinfo=UTC)
        self._backdrop, self._dial = QPixmap(), QPixmap()
        self._seconds_at = QPointF()
        self._drawn_for: object = None
        self._seconds = Patch(self, self._paint_seconds)
        self._hands = Patch(self, self._paint_second_hand)
        self.next_ring = NextRing(self)
        self.setFixedHeight(HEIGHT)

    def show_time(self, now: datetime, zone: tzinfo) -> None:
        """Show an instant in a zone."""
        local = now.astimezone(zone)
        before, self._local = self._local, local
        if local.replace(second=0, microsecond=0) == before.replace(second=0, microsecond=0):
            self._seconds.update()
            self._move_hands(before)
            return
        self.setAccessibleName(f"It is {local:%H:%M}, {long_day(local.date())}")
        self._draw_minute()

    def minimumSizeHint(self) -> QSize:
        """Fit the narrowest window."""
        return QSize(260, LOW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go without the face where there is no room for it."""
        super().resizeEvent(event)
        self.setFixedHeight(HEIGHT if self._is_wide() else LOW_HEIGHT)
        left = 32 if self._is_wide() else 18
        taken = FACE + 40 if self._is_wide() else 0
        self.next_ring.move(left, self.height() - PILL_HEIGHT - 16)
        self.next_ring.fit(self.width() - 2 * left - taken)
        self._draw_minute()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for a screen of another sharpness."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_minute()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the minute; the second lies over it."""
        QPainter(self).drawPixmap(0, 0, self._backdrop)

    def _draw_minute(self) -> None:
        """Keep sky, digits, date and dial as they are in this minute."""
        ratio = self.devicePixelRatio()
        minute = self._local.replace(second=0, microsecond=0)
        wanted = (self.size().toTuple(), ratio, minute)
        if wanted == self._drawn_for:
            return
        self._drawn_for = wanted
        self._backdrop = QPixmap(self.size() * ratio)
        self._backdrop.setDevicePixelRatio(ratio)
        self._backdrop.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sky.paint(painter, QRectF(self.rect()), self._local, RADIUS)
        self._paint_digits(painter)
        if self._is_wide():
            painter.drawPixmap(self._face().topLeft(), self._dial_of(ratio))
        painter.end()
        self._lay_second()
        self.update()

    def _dial_of(self, ratio: float) -> QPixmap:
        """Give the dial, which is always the same; while the window is resized it stays drawn."""
        if self._dial.isNull() or self._dial.devicePixelRatio() != ratio:
            self._dial = QPixmap(QSize(FACE, FACE) * ratio)
            self._dial.setDevicePixelRatio(ratio)
            self._dial.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._dial)
            paint_dial(painter, QRectF(0, 0, FACE, FACE))
            painter.end()
        return self._dial

    def _lay_second(self) -> None:
        """Let what a second changes lie where it belongs."""
        metrics = QFontMetricsF(self._small_font())
        wide = metrics.horizontalAdvance("00") + 2
        top = self._seconds_at.y() - metrics.ascent()
        seconds = QRectF(self._seconds_at.x(), top, wide, metrics.height())
        self._seconds.lie_on(self._backdrop, seconds.toAlignedRect())
        self.next_ring.lie_on(self._backdrop)
        self._hands.setVisible(self._is_wide())
        self._lay_hands()

    def _lay_hands(self) -> None:
        """Draw the slow hands where they are now; that of seconds lies over them."""
        if self._is_wide():
            place = self._face().toAlignedRect()
            self._hands.lie_on(self._backdrop, place, self._paint_slow_hands)

    def _move_hands(self, before: datetime) -> None:
        if before.second // SLOW_HANDS_STAND_S != self._local.second // SLOW_HANDS_STAND_S:
            self._lay_hands()
        elif before.second != self._local.second:
            for local in (before, self._local):
                self._hands.change(reach_of_second_hand(self._face(), local))

    def _paint_seconds(self, painter: QPainter) -> None:
        painter.setPen(PALE)
        painter.setFont(self._small_font())
        painter.drawText(self._seconds_at, f"{self._local:%S}")

    def _paint_slow_hands(self, painter: QPainter) -> None:
        paint_slow_hands(painter, self._face(), self._local)

    def _paint_second_hand(self, painter: QPainter) -> None:
        paint_second_hand(painter, self._face(), self._local)

    def _paint_digits(self, painter: QPainter) -> None:
        left, baseline = self._digits_at()
        painter.setPen(WHITE)
        painter.setFont(self._large_font())
        time = f"{self._local:%H:%M}"
        painter.drawText(QPointF(left, baseline), time)
        advance = QFontMetricsF(self._large_font()).horizontalAdvance(time)
        self._seconds_at = QPointF(left + advance + 10, baseline)
        painter.setPen(PALE)
        painter.setFont(font(16 if self._is_wide() else 14, QFont.Weight.Medium))
        below = 34 if self._is_wide() else 26
        painter.drawText(QPointF(left, baseline + below), long_day(self._local.date()))

    def _digits_at(self) -> tuple[float, float]:
        return (34.0, 98.0) if self._is_wide() else (18.0, 66.0)

    def _large_font(self) -> QFont:
        return font(DIGITS if self._is_wide() else SMALL_DIGITS, QFont.Weight.Bold)

    def _small_font(self) -> QFont:
        return font(36 if self._is_wide() else 26, QFont.Weight.Medium)

    def _face(self) -> QRectF:
        return QRectF(self.width() - FACE - 24, (self.height() - FACE) / 2, FACE, FACE)

    def _is_wide(self) -> bool:
        return self.width() >= WIDE
