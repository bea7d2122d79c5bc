"""Taking out of a layout what is in it."""

from PySide6.QtWidgets import QLayout, QWidget


def take_widgets(layout: QLayout) -> list[QWidget]:
    """Take every widget out of a layout that holds nothing else, and give them.

    An item that `QLayout.takeAt` gives is never freed: neither Qt nor Python owns it then.
    """
    taken = []
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        assert widget is not None, "a layout with gaps can't be emptied so"
        layout.removeWidget(widget)
        taken.append(widget)
    return taken
