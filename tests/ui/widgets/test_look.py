"""Changing the look of a widget."""

from PySide6.QtWidgets import QLabel

from alarmclock.ui.widgets.look import wear


def test_a_new_look_is_seen_at_once(stage, theme):
    """The stylesheet's colour for the look is taken without showing the widget anew."""
    label = stage.show(QLabel("Tea"))
    wear(label, "bad")
    assert label.palette().color(label.foregroundRole()) == theme.colour("bad")
