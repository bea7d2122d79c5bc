from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from alarmclock import resources

LINE_ICONS = sorted(path.stem for path in resources.path("icons", "line").glob("*.svg"))
NEEDED_LINE_ICONS = {
    *(
        "alarms",
        "timers",
        "activity",
        "settings",
        "play",
        "stop",
        "pause",
        "plus",
        "minus",
        "close",
    ),
    *("chevron-down", "chevron-up", "chevron-right", "check", "restart", "trash", "copy", "undo"),
    *("redo", "warning", "bell", "bell-off", "snooze", "search", "info", "moon", "sun"),
}
PNG_SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)


def test_every_needed_line_icon_is_there():
    """The window finds each of the icons it shows."""
    assert set(LINE_ICONS) >= NEEDED_LINE_ICONS


@pytest.mark.parametrize("name", LINE_ICONS)
def test_line_icon_draws(qapp, name):
    """Qt reads the drawing, and the ink stays inside it."""
    image = render(resources.path("icons", "line", f"{name}.svg"), 24)
    assert ink(image) > 12
    border = [(x, y) for x in range(24) for y in range(24) if {x, y} & {0, 23}]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in border)


@pytest.mark.parametrize("name", LINE_ICONS)
def test_line_icon_can_be_tinted(name):
    """An icon has the one colour #000000, said once, for the program to replace."""
    text = resources.path("icons", "line", f"{name}.svg").read_text()
    root = ElementTree.fromstring(text)
    assert text.count("#") == 1
    assert (root.get("stroke"), root.get("fill")) == ("#000000", "none")
    assert (root.get("stroke-width"), root.get("viewBox")) == ("1.75", "0 0 24 24")


@pytest.mark.parametrize("name", ["alarmclock.svg", "alarmclock-small.svg"])
def test_application_icon_draws(qapp, name):
    """The sky runs from night to dawn behind a white clock, with clear corners."""
    image = render(resources.path("icons", name), 256)
    dusk, dawn = image.pixelColor(34, 34), image.pixelColor(221, 221)
    assert dusk.blue() > dusk.red()
    assert dawn.red() > dawn.blue()
    assert image.pixelColor(0, 0).alpha() == 0
    assert any(image.pixelColor(x, 140) == QColor("white") for x in range(256))


@pytest.mark.parametrize("size_px", PNG_SIZES_PX)
def test_application_icon_has_pictures_of_each_size(qapp, size_px):
    """Desktops that want pictures find one of each common size."""
    image = QImage(str(resources.path("icons", f"alarmclock-{size_px}.png")))
    assert (image.width(), image.height()) == (size_px, size_px)
    assert ink(image) > size_px * size_px // 2


def render(drawing: Path, size_px: int) -> QImage:
    """Paint a drawing onto a clear square."""
    renderer = QSvgRenderer(str(drawing))
    assert renderer.isValid()
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def ink(image: QImage) -> int:
    """Return how many pixels are more than half covered."""
    size = range(image.width())
    return sum(image.pixelColor(x, y).alpha() > 127 for x in size for y in size)
