"""The line icons of resources/icons/line, drawn in any colour and crisp on any screen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from alarmclock import resources
from alarmclock.ui.theme import Theme

SCREEN_RATIOS = (1.0, 2.0)


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon `size` logical pixels wide for a screen of this ratio."""
    # QtSvg is wanted by no first picture of the window without an icon.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(resources.path("icons", "line", f"{name}.svg")))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), colour)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: QColor, size: int) -> QIcon:
    """Give an icon for a button, with a picture for each usual ratio of screens."""
    made = QIcon()
    for ratio in SCREEN_RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
    return made


class Icons:
    """The icons of one page in the colours of its theme, each drawn once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def give(self, name: str, colour_name: str, size: int, ratio: float) -> QPixmap:
        """Give an icon in a colour of Colours as it is in the scheme in use."""
        colour = self.theme.colour(colour_name)
        key = (name, colour.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = pixmap(name, colour, size, ratio)
        return self._drawn[key]
