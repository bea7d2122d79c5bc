"""One setting."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from alarmclock.ui.settings.row import SettingRow


@pytest.mark.parametrize(("width", "beside"), [(500, True), (260, False)], ids=["wide", "narrow"])
def test_the_field_stands_beside_its_label_or_below(qtbot, stage, theme, width, beside):
    """A narrow row sets the field below what it is about."""
    field = QLineEdit()
    row = stage.show(SettingRow("Presets", field, "Minutes."), width, 200)
    label = next(one for one in row.findChildren(QLabel) if one.text() == "Presets")
    qtbot.waitUntil(lambda: (field.x() > label.x()) is beside)
    assert (field.y() > label.geometry().bottom()) is not beside


def test_a_sentence_stands_below_the_field(stage, theme):
    """What is wrong with a field is told in its row, and gone when it is right."""
    field = QLineEdit()
    field.setObjectName("presets")
    row = stage.show(SettingRow("Presets", field))
    row.say("Write minutes.")
    error = row.findChild(QLabel, "presetsError")
    said = (error.isVisible(), error.text())
    row.say("")
    assert (said, error.isVisible()) == ((True, "Write minutes."), False)


def test_a_field_that_says_much_stands_below(qtbot, stage, theme):
    """Long words have the whole width of the row."""
    field = QLineEdit()
    row = stage.show(SettingRow("Keep awake", field, "While it rings.", is_below=True), 500, 200)
    label = next(one for one in row.findChildren(QLabel) if one.text() == "Keep awake")
    qtbot.waitUntil(lambda: field.width() == row.width())
    assert field.y() > label.geometry().bottom()
