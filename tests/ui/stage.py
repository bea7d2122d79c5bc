"""A place on the screen for the widget under test."""

from PySide6.QtWidgets import QScrollArea, QWidget


class Stage:
    """Shows widgets inside an active window of any size.

    The window itself has no size limits, of which the offscreen platform warns.
    """

    def __init__(self, qtbot):
        self._qtbot = qtbot
        self._windows = []

    def show(self, widget, width=600, height=400):
        """Show a widget in a window of its own."""
        window = QWidget()
        self._qtbot.addWidget(window)
        self._windows.append(window)
        widget.setParent(window)
        self.resize(widget, width, height)
        with self._qtbot.waitActive(window):
            window.show()
        widget.show()
        return widget

    def resize(self, widget, width, height):
        """Give the widget and its window another size."""
        widget.window().resize(width, height)
        widget.resize(width, height)

    def shows_all(self, page):
        """Wait until everything on a page that scrolls stands within its width and height."""
        area = page.findChild(QScrollArea)

        def is_whole():
            content = area.widget()
            visible = [one for one in content.findChildren(QWidget) if one.isVisible()]
            corners = [one.mapTo(content, one.rect().bottomRight()) for one in visible]
            right, bottom = max(at.x() for at in corners), max(at.y() for at in corners)
            assert (right < area.viewport().width(), bottom < content.height()) == (True, True)

        self._qtbot.waitUntil(is_whole)
