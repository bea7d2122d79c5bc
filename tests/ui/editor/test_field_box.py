import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.ui.editor.field_box import FieldBox
from tests.ui.editor.hands import turn_wheel


@pytest.fixture
def page(theme, on_screen):
    """A page with two boxes of three entries, which notes the keys that come through."""

    class Page(QWidget):
        def keyPressEvent(self, event):
            self.heard = Qt.Key(event.key())

    made = Page()
    layout = QVBoxLayout(made)
    for name in ("first", "second"):
        box = FieldBox(theme, made)
        box.setObjectName(name)
        box.addItems(["One", "Two", "Three"])
        layout.addWidget(box)
    made.box = made.findChild(FieldBox, "first")
    made.other = made.findChild(FieldBox, "second")
    return on_screen(made)


def test_the_wheel_passes_over_it(page):
    """Scrolling the page changes no entry on the way."""
    page.other.setFocus()
    assert not turn_wheel(page.box, -1)
    assert page.box.currentText() == "One"


def test_the_wheel_turns_where_the_keyboard_is(page):
    """In the field of the keyboard the wheel chooses."""
    page.box.setFocus()
    turn_wheel(page.box, -1)
    assert page.box.currentText() == "Two"


@pytest.mark.parametrize("typable", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_esc_belong_to_the_editor(qtbot, page, typable, key):
    """Save and close work from inside any field."""
    if typable:
        page.box.make_typable()
    page.box.setFocus()
    qtbot.keyClick(page.box, key)
    assert page.heard == key


def test_typing_completes_nothing(qtbot, page):
    """What is typed stays as it is typed."""
    page.box.make_typable()
    page.box.setFocus()
    page.box.entry().selectAll()
    qtbot.keyClicks(page.box, "t")
    assert page.box.currentText() == "t"
