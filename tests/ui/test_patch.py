"""A part that changes lies on a picture that does not."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from alarmclock.ui.patch import Patch


@pytest.fixture
def picture(qapp):
    """A picture whose left half is red and whose right half is blue."""
    made = QPixmap(80, 40)
    made.fill(QColor("red"))
    right = QPixmap(40, 40)
    right.fill(QColor("blue"))
    from PySide6.QtGui import QPainter

    painter = QPainter(made)
    painter.drawPixmap(QPoint(40, 0), right)
    painter.end()
    return made


def test_it_shows_its_part_of_the_picture_and_what_is_drawn_on_it(qtbot, picture):
    """In the coordinates of the picture."""
    parent = QWidget()
    qtbot.addWidget(parent)
    green = QColor("lime")
    patch = Patch(parent, lambda painter: painter.fillRect(QRect(45, 10, 5, 5), green))
    patch.lie_on(picture, QRect(30, 0, 30, 40))
    seen = patch.grab().toImage()
    assert patch.geometry() == QRect(30, 0, 30, 40)
    assert [seen.pixelColor(*place).name() for place in ((5, 5), (25, 30), (17, 12))] == [
        "#ff0000",
        "#0000ff",
        "#00ff00",
    ]


def test_clicks_go_through_it(qtbot):
    """It is part of a picture, no control."""
    parent = QWidget()
    qtbot.addWidget(parent)
    patch = Patch(parent, lambda _painter: None)
    assert patch.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
