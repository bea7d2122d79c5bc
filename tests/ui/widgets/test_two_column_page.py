"""The page with two columns."""

import pytest
from PySide6.QtWidgets import QLabel

from alarmclock.ui.widgets.two_column_page import TwoColumnPage


@pytest.mark.parametrize(("width", "beside"), [(800, True), (320, False)], ids=["wide", "narrow"])
def test_columns_stand_beside_or_below_each_other(qtbot, stage, width, beside):
    """A narrow page has one column."""
    first, second = QLabel("first"), QLabel("second")
    page = TwoColumnPage("Page", side_by_side=600)
    page.set_columns((first,), (second,))
    stage.show(page, width, 300)

    def corner(label):
        return label.mapTo(page, label.rect().topLeft())

    qtbot.waitUntil(lambda: (corner(second).x() > corner(first).x()) is beside)
    assert (corner(second).y() > corner(first).y()) is not beside


def test_the_first_column_keeps_its_width(qtbot, stage):
    """A first column of a set width leaves the rest to the second."""
    first, second = QLabel("first"), QLabel("second")
    page = TwoColumnPage("Page", side_by_side=600, first_width=250)
    page.set_columns((first,), (second,))
    stage.show(page, 900, 300)
    qtbot.waitUntil(lambda: first.width() == 250)
    assert second.width() > 500


def test_parts_stand_in_their_order(stage):
    """The first part of a column is the top one."""
    upper, lower = QLabel("upper"), QLabel("lower")
    page = TwoColumnPage("Page", side_by_side=600)
    page.set_columns((upper, lower), ())
    stage.show(page, 320, 300)
    assert upper.y() < lower.y()
