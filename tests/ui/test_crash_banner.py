"""The banner that says that the run before this one was not closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from alarmclock.ui.crash_banner import CrashBanner

SENTENCE = (
    "Alarm Clock ended unexpectedly on Mon 23 Nov at about 06:58. What is known of it is in "
    "the file “crash-20261123-061200.txt” of your data folder."
)
LINES = ["gym, 07:00: rings now, 12 min late.", "pills, 06:59: missed."]


@pytest.fixture
def banner(qtbot):
    """Give a banner that says all of it."""
    made = CrashBanner()
    qtbot.addWidget(made)
    made.show_crash(SENTENCE, LINES, has_file=True)
    made.show()
    return made


def test_it_says_what_happened_and_what_became_of_what_was_due(banner):
    """To the eye and to a screen reader."""
    assert banner.text() == "\n".join([SENTENCE, *LINES])
    assert banner.accessibleName() == " ".join([SENTENCE, *LINES])


def test_the_file_can_be_asked_for(qtbot, banner):
    """With the keyboard, too."""
    button = banner.findChild(QPushButton, "showCrashFile")
    button.setFocus()
    with qtbot.waitSignal(banner.file_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert banner.isVisible()


def test_without_a_file_there_is_none_to_ask_for(banner):
    """Where none could be written."""
    banner.show_crash(SENTENCE, LINES, has_file=False)
    assert not banner.findChild(QPushButton, "showCrashFile").isVisible()


def test_it_goes_when_it_is_closed(qtbot, banner):
    """And not before."""
    qtbot.mouseClick(banner.findChild(QPushButton, "closeCrashBanner"), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


@pytest.mark.parametrize("width", [320, 400, 700, 1100])
def test_nothing_is_cut_off(banner, width):
    """The texts have the height that they need, and the buttons the width of their words."""
    banner.resize(width, banner.heightForWidth(width))
    texts = [banner.findChild(object, name) for name in ("crashSentence", "crashLines")]
    for text in texts:
        assert text.height() >= text.heightForWidth(text.width())
    for button in banner.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
        assert banner.rect().contains(_area(button, banner))
        assert not any(_area(text, banner).intersects(_area(button, banner)) for text in texts)


def _area(widget, of):
    return widget.rect().translated(widget.mapTo(of, widget.rect().topLeft()))
