"""How long things may move."""

from PySide6.QtWidgets import QWidget

from alarmclock.ui.widgets.motion import motion_ms


def test_nothing_moves_where_nobody_looks(qtbot):
    """Off the screen an animation is left out."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    assert motion_ms(widget, 120) == 0
