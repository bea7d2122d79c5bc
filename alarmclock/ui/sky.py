"""The sky behind the clock: its colours follow the time of day, stars come out at night."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPixmap

Stops = tuple[str, str, str, str]

NIGHT: Stops = ("#131130", "#1E1B4B", "#3B2F86", "#6D4190")
DUSK: Stops = ("#1E1B4B", "#4338CA", "#A855A5", "#F59E6B")
MORNING: Stops = ("#1E2A6B", "#3B4FD0", "#6A58C4", "#F2A48B")
NOON: Stops = ("#1E3A8A", "#1D5FD1", "#2F6FC4", "#6FB0E6")
AFTERNOON: Stops = ("#1E2F80", "#3650CF", "#5A5FC8", "#E0A58A")
# Hours of the day and the sky at them; between two it fades from one to the other.
DAY: tuple[tuple[float, Stops], ...] = (
    (0.0, NIGHT),
    (4.5, NIGHT),
    (6.5, DUSK),
    (8.5, MORNING),
    (11.0, NOON),
    (15.0, NOON),
    (17.5, AFTERNOON),
    (19.0, DUSK),
    (22.5, DUSK),
    (24.0, NIGHT),
)
# When stars are seen: none between dawn and dusk.
STARLIGHT: tuple[tuple[float, float], ...] = (
    (0.0, 1.0),
    (5.0, 1.0),
    (7.0, 0.0),
    (18.0, 0.0),
    (20.0, 1.0),
    (24.0, 1.0),
)
STOP_PLACES = (0.0, 0.42, 0.78, 1.0)
STARS = 48
STAR_SEED = 7
REDRAWN_EVERY = timedelta(minutes=5)


def sky_stops(local: datetime) -> list[QColor]:
    """Give the four colours of the sky at a local time, from left to right."""
    hour = local.hour + local.minute / 60
    for (begin, before), (end, after) in pairwise(DAY):
        if begin <= hour <= end:
            part = (hour - begin) / (end - begin)
            return [_mixed(QColor(a), QColor(b), part) for a, b in zip(before, after, strict=True)]
    raise AssertionError(hour)


def starlight(local: datetime) -> float:
    """Give how bright the stars are at a local time, 0 to 1."""
    hour = local.hour + local.minute / 60
    for (begin, before), (end, after) in pairwise(STARLIGHT):
        if begin <= hour <= end:
            return before + (after - before) * (hour - begin) / (end - begin)
    raise AssertionError(hour)


def _mixed(first: QColor, second: QColor, part: float) -> QColor:
    def channel(a: float, b: float) -> float:
        return a + (b - a) * part

    return QColor.fromRgbF(
        channel(first.redF(), second.redF()),
        channel(first.greenF(), second.greenF()),
        channel(first.blueF(), second.blueF()),
    )


class Sky:
    """Draws the sky and keeps the picture until it would differ."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._drawn_for: object = None

    def paint(self, painter: QPainter, area: QRectF, local: datetime, radius: float = 0) -> None:
        """Draw the sky of a local time into an area with round corners."""
        ratio = painter.device().devicePixelRatio()
        moment = (local.hour * 60 + local.minute) // (REDRAWN_EVERY // timedelta(minutes=1))
        wanted = (area.size().toTuple(), radius, ratio, moment)
        if wanted != self._drawn_for:
            self._picture = self._draw(area, local, radius, ratio)
            self._drawn_for = wanted
        painter.drawPixmap(area.topLeft(), self._picture)

    def _draw(self, area: QRectF, local: datetime, radius: float, ratio: float) -> QPixmap:
        picture = QPixmap((area.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(0, 0, area.width(), area.height())
        outline = QPainterPath()
        outline.addRoundedRect(whole, radius, radius)
        gradient = QLinearGradient(_begin(whole), _end(whole))
        for place, colour in zip(STOP_PLACES, sky_stops(local), strict=True):
            gradient.setColorAt(place, colour)
        painter.fillPath(outline, gradient)
        _paint_stars(painter, whole, starlight(local))
        painter.end()
        return picture


def _begin(area: QRectF) -> QPointF:
    return area.topLeft()


def _end(area: QRectF) -> QPointF:
    """Slant the gradient a little on a wide sky, to the corner on a high one."""
    fall = area.height() if area.width() < 2 * area.height() else area.height() * 0.8
    return QPointF(area.right(), area.top() + fall)


def _stars(area: QRectF) -> Iterator[tuple[QPointF, float, float]]:
    """Give each star's place, radius and brightness; always the same ones."""
    random = Random(STAR_SEED)  # noqa: S311 - stars guard no secret
    for _ in range(STARS):
        place = QPointF(random.random() * area.width(), random.random() * area.height())
        yield place, random.uniform(0.5, 1.1), random.uniform(0.25, 0.65)


def _paint_stars(painter: QPainter, area: QRectF, light: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for place, radius, brightness in _stars(area):
        # They pale towards the bright side of the sky.
        shade = brightness * light * (1 - 0.7 * place.x() / max(area.width(), 1))
        painter.setBrush(QColor.fromRgbF(1, 1, 1, shade))
        painter.drawEllipse(place, radius, radius)
