"""The layout that goes on in the next line."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def row(qtbot):
    """Five widgets of 50 x 20 with 10 between them."""
    made = QWidget()
    layout = FlowLayout(made, spacing=10)
    for _ in range(5):
        button = QPushButton(made)
        button.setFixedSize(50, 20)
        layout.addWidget(button)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("width", "height"),
    [(290, 20), (289, 50), (170, 50), (110, 80), (50, 140), (10, 140)],
    ids=["all fit", "one too many", "three and two", "pairs", "one each", "too narrow"],
)
def test_the_height_follows_from_the_width(row, width, height):
    """As many lines are taken as the width needs."""
    assert row.layout().heightForWidth(width) == height


def test_widgets_go_on_in_the_next_line(row):
    """The widget that does not fit stands below the first."""
    row.layout().setGeometry(QRect(0, 0, 170, 50))
    places = [(child.x(), child.y()) for child in row.findChildren(QPushButton)]
    assert places == [(0, 0), (60, 0), (120, 0), (0, 30), (60, 30)]


def test_hidden_widgets_take_no_room(row):
    """A hidden widget leaves no gap."""
    row.findChildren(QPushButton)[1].hide()
    assert row.layout().heightForWidth(230) == 20
