import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from alarmclock.ui.editor.entry_edit import EntryEdit

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


@pytest.fixture
def page(theme, on_screen):
    """A page with two lines of text."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for _ in range(2):
        layout.addWidget(EntryEdit(made))
    made.resize(160, 100)
    made.line, made.other = made.findChildren(EntryEdit)
    made.other.setFocus()
    return on_screen(made)


def test_two_long_texts_look_alike_where_they_begin_alike(page):
    """Only the beginning is seen, and dots where it goes on."""
    page.line.setText(LONG)
    first = page.line.grab().toImage()
    page.line.setText(LONG + " der Reserve")
    assert page.line.grab().toImage() == first


def test_the_dots_are_seen(page):
    """A text that is cut looks unlike one that ends where the field does."""
    page.line.setText(LONG)
    elided = page.line.grab().toImage()
    plain = QLineEdit(page)
    plain.setText(LONG)
    plain.home(False)
    plain.setGeometry(page.line.geometry())
    assert plain.grab().toImage() != elided


def test_the_text_itself_stays_whole(page):
    """Shortening is for the eye only."""
    page.line.setText(LONG)
    page.line.grab()
    assert page.line.text() == LONG
