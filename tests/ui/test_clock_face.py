"""The hands of the analog face."""

from datetime import datetime

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion

from alarmclock.ui.clock_face import paint_second_hand, reach_of_second_hand
from alarmclock.ui.hero import SLOW_HANDS_STAND_S, Hero
from tests.core.builders import BERLIN

FACE = QRectF(20.5, 31.5, 152, 152)
NIGHT = datetime(2026, 11, 22, 22, 2, tzinfo=BERLIN)


def inked(paint, ratio=1):
    """Give the rectangle around all that was painted, in the coordinates of the painter."""
    image = QImage(200 * ratio, 200 * ratio, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    image.setDevicePixelRatio(1)
    around = QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()
    corner = around.bottomRight() / ratio
    return QRect(around.topLeft() / ratio, corner)


@pytest.mark.parametrize("second", range(60))
def test_the_hand_of_seconds_lies_within_its_reach(qapp, second):
    """So whatever is painted anew when it moves wipes it out where it was."""
    local = NIGHT.replace(second=second)
    ink = inked(lambda painter: paint_second_hand(painter, FACE, local))
    assert not ink.isEmpty()
    assert reach_of_second_hand(FACE, local).contains(ink)


def test_little_is_painted_when_it_moves(qapp):
    """It is the one thing that moves all the time."""
    for second in range(60):
        reach = reach_of_second_hand(FACE, NIGHT.replace(second=second))
        assert reach.width() * reach.height() < FACE.width() * FACE.height() / 4


@pytest.mark.parametrize("begin", [0, 58])
def test_a_minute_of_seconds_looks_as_if_it_were_drawn_at_once(qtbot, begin):
    """Whatever was painted for the seconds before leaves no trace."""
    followed, fresh = Hero(), Hero()
    for hero in (followed, fresh):
        qtbot.addWidget(hero)
        hero.resize(664, 196)
        hero.show()
    for step in range(20 * SLOW_HANDS_STAND_S):
        minute, second = divmod(begin + step, 60)
        followed.show_time(NIGHT.replace(minute=2 + minute, second=second), BERLIN)
        followed.repaint()
    standing = second // SLOW_HANDS_STAND_S * SLOW_HANDS_STAND_S
    fresh.show_time(NIGHT.replace(minute=2 + minute, second=standing), BERLIN)
    fresh.show_time(NIGHT.replace(minute=2 + minute, second=second), BERLIN)
    assert followed.grab().toImage() == fresh.grab().toImage()
