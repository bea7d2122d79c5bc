"""The parts of cards look as if they were drawn anew each time."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui import cards
from alarmclock.ui.card_parts import CardParts
from alarmclock.ui.theme import Theme

CARD = QRect(4, 3, 300, cards.CARD_HEIGHT)
SWITCH = QRect(240, 28, cards.TRACK_WIDTH, cards.TRACK_HEIGHT)
DAYS_END = QPoint(230, 41)
SOME_DAYS = frozenset({0, 2})
# To draw over a picture that is clear itself rounds a colour otherwise.
UNSEEN = 3


class AskedTheme(Theme):
    """Notes which colours are asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def colour(self, name):
        """Take note, and give the colour."""
        self.asked.append(name)
        return super().colour(name)


@pytest.fixture
def theme(qapp):
    """Dress the application, and undress it again."""
    made = AskedTheme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    made.stop()
    qapp.setStyleSheet("")


def drawn(theme, paint, ratio=1):
    """Draw on the ground of a list."""
    image = QImage(320 * ratio, 90 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour("background"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def with_parts(theme, parts, *, on=True):
    """Give what paints a card from kept parts."""

    def paint(painter):
        parts.paint_frame(painter, CARD, theme.colour("accent") if on else None)
        parts.paint_days(painter, DAYS_END, SOME_DAYS, dim=not on)
        parts.paint_switch(painter, SWITCH, on=on)

    return paint


def anew(theme, *, on=True):
    """Give what paints the same card without them."""

    def paint(painter):
        cards.paint_frame(painter, QRectF(CARD), theme, theme.colour("accent") if on else None)
        cards.paint_days(painter, QPointF(DAYS_END), SOME_DAYS, theme, dim=not on)
        cards.paint_switch(painter, QRectF(SWITCH), theme, on=on)

    return paint


def most_different(one, other):
    """Give by how much a channel differs anywhere."""
    both = [picture.convertToFormat(QImage.Format.Format_RGBX8888) for picture in (one, other)]
    pairs = zip(*(bytes(picture.constBits()) for picture in both), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("ratio", [1, 2], ids=["plain screen", "sharp screen"])
@pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
def test_a_card_looks_as_it_always_does(theme, on, ratio):
    """The first time and from what was kept."""
    parts = CardParts(theme)
    wanted = drawn(theme, anew(theme, on=on), ratio)
    for _ in range(2):
        found = drawn(theme, with_parts(theme, parts, on=on), ratio)
        assert most_different(found, wanted) <= UNSEEN


def test_in_other_colours_it_is_drawn_anew(theme):
    """Nothing of the light scheme is left in the dark one."""
    parts = CardParts(theme)
    drawn(theme, with_parts(theme, parts))
    theme.choose(Choice.DARK)
    wanted = drawn(theme, anew(theme))
    assert most_different(drawn(theme, with_parts(theme, parts)), wanted) <= UNSEEN


def test_each_part_is_drawn_once(theme):
    """However many cards are painted: what is kept asks for no colour."""
    parts = CardParts(theme)
    drawn(theme, with_parts(theme, parts, on=False))
    ground = theme.colour("background")
    theme.asked.clear()
    image = QImage(320, 90, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    with_parts(theme, parts, on=False)(painter)
    painter.end()
    assert theme.asked == []
