"""The list of shortcuts is complete and can be left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alarmclock.ui.shortcuts_view import SHORTCUTS, ShortcutsView


def test_every_shortcut_is_listed_with_its_meaning(qtbot):
    """Keys and words stand side by side."""
    view = ShortcutsView()
    qtbot.addWidget(view)
    shown = {label.text() for label in view.findChildren(QLabel)}
    for heading, shortcuts in SHORTCUTS:
        assert heading in shown
        for keys, meaning in shortcuts:
            assert {keys, meaning} <= shown


def test_escape_leaves_it(qtbot):
    """As everywhere."""
    view = ShortcutsView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
