"""The look of a field whose entry can't be used."""

from PySide6.QtWidgets import QWidget

from alarmclock.ui.widgets.look import wear


def mark_invalid(field: QWidget, *, invalid: bool) -> None:
    """Give a field the red border of an entry that can't be used, or take it away."""
    wear(field, invalid, "invalid")
