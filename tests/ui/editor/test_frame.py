import pytest
from PySide6.QtWidgets import QPushButton

from alarmclock.ui.editor.frame import Footer, Header


@pytest.mark.parametrize(("name", "shortcut"), [("save", "Enter or Ctrl+S"), ("cancel", "Esc")])
def test_tooltips_name_the_shortcuts(theme, qtbot, name, shortcut):
    """People learn the keys from the buttons."""
    parts = [Header(), Footer()]
    for part in parts:
        qtbot.addWidget(part)
    button = next(found for part in parts if (found := part.findChild(QPushButton, name)))
    assert shortcut in button.toolTip()


def test_delete_looks_dangerous(theme, qtbot):
    """Delete is not taken for Save."""
    footer = Footer()
    qtbot.addWidget(footer)
    looks = [footer.save.property("look"), footer.delete.property("look")]
    assert looks == ["primary", "danger"]
