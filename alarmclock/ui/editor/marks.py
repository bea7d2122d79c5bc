"""The look of a field whose entry can't be used, and of anything else that changes its look."""

from PySide6.QtWidgets import QWidget


def mark_invalid(field: QWidget, *, invalid: bool) -> None:
    """Give a field the red border of an entry that can't be used, or take it away."""
    set_look(field, "invalid", invalid)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the stylesheet looks at, and dress the widget anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
