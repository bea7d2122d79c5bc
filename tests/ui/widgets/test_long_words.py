"""Words that are longer than a line."""

import pytest
from PySide6.QtWidgets import QLabel

from alarmclock.ui.widgets.long_words import BreakableLabel, breakable

GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "heard: peak 0.41 on Speakers",
        "Kapitänsmützenabzeichen",
        "alsa_output.pci-0000_00_1f.3.analog-stereo",
    ],
)
def test_ordinary_words_stay_as_they_are(text):
    """What fits on a line is not touched."""
    assert breakable(text) == text


def test_a_long_word_fits_into_a_narrow_label(qtbot):
    """A label need not be as wide as its longest word, and shows all of it."""
    label = QLabel(breakable(f"heard on {GERMAN}"))
    qtbot.addWidget(label)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(GERMAN) / 2
    assert label.text().replace("\u200b", "") == f"heard on {GERMAN}"


def test_a_label_is_read_as_it_was_written(qtbot):
    """Automation and people who copy see no breaks."""
    label = BreakableLabel()
    qtbot.addWidget(label)
    label.setText(breakable("D" * 40))
    assert label.text() == "D" * 40
