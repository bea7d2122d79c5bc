import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.ui.widgets.few_lines_label import MOST_LINES, FewLinesLabel

LABEL = "Zug nach Hamburg, Wagen 12, Platz 34, ab Gleis 17"


@pytest.fixture
def label(qtbot):
    """Give the label, alone in a window."""
    window = QWidget()
    label = FewLinesLabel()
    column = QVBoxLayout(window)
    column.addWidget(label)
    column.addStretch()
    qtbot.addWidget(window)
    window.show()
    yield label
    window.close()


def show(label, text, width):
    """Show a text in a width."""
    label.setText(text)
    label.window().resize(width, 300)
    label.grab()
    return label.lines(label.width())


def test_a_short_text_is_one_line(label):
    """It takes no more room than that."""
    assert show(label, "gym", 300) == ["gym"]
    assert label.toolTip() == ""


def test_a_long_one_wraps_and_keeps_its_end(label):
    """In as many lines as it needs, and as high."""
    lines = show(label, LABEL, 220)
    assert 1 < len(lines) <= MOST_LINES
    assert " ".join(lines) == LABEL
    assert label.height() >= len(lines) * label.fontMetrics().lineSpacing()
    assert label.toolTip() == ""


def test_what_three_lines_do_not_hold_is_told_by_the_tooltip(label):
    """The last line says that there is more."""
    lines = show(label, LABEL * 9, 220)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")
    assert label.toolTip() != ""


def test_a_word_longer_than_the_line_breaks(label):
    """Nothing of it is lost."""
    lines = show(label, "x" * 60, 220)
    assert "".join(lines) == "x" * 60
