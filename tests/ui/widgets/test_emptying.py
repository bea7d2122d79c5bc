"""A layout that is emptied and filled again stays as small as it was."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from alarmclock.ui.widgets.emptying import take_widgets
from alarmclock.ui.widgets.flow_layout import FlowLayout
from tests.memory import bytes_added


@pytest.fixture(params=[QVBoxLayout, FlowLayout])
def layout(request, qtbot):
    """Give a layout of a widget."""
    widget = QWidget()
    qtbot.addWidget(widget)
    yield request.param(widget)
    assert isValid(widget)


def test_all_widgets_are_taken(layout):
    """In their order; they live on."""
    labels = [QLabel(text, layout.parentWidget()) for text in "abc"]
    for label in labels:
        layout.addWidget(label)
    assert take_widgets(layout) == labels
    assert layout.count() == 0
    assert [label.text() for label in labels] == ["a", "b", "c"]


def test_nothing_of_it_stays_in_memory(layout):
    """Each place of a widget has a hundred bytes or so."""
    labels = [QLabel(text, layout.parentWidget()) for text in "abc"]

    def fill_and_empty():
        for label in labels:
            layout.addWidget(label)
        take_widgets(layout)

    assert bytes_added(fill_and_empty, 3000) < 100
