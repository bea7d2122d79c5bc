"""The section of the settings for files and backups."""

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton

from alarmclock.ui.settings.exchange import ExchangeSection


@pytest.fixture
def section(stage, theme):
    """The section on a page of its own."""
    return stage.show(ExchangeSection(), 500, 300)


def dialog_of(section, button):
    """Press a button and give the dialog that opens."""
    section.findChild(QPushButton, button).click()
    return section.window().findChild(QFileDialog)


def test_the_dialog_of_an_export_gives_its_file(qtbot, section, tmp_path):
    """With the past only when that is ticked."""
    dialog = dialog_of(section, "exportData")
    assert dialog.isVisible()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    path = str(tmp_path / "alarms.json")
    section.findChild(QCheckBox, "exportHistory").setChecked(True)
    with qtbot.waitSignal(section.export_requested) as asked:
        dialog.fileSelected.emit(path)
    assert asked.args == [path, True]
    dialog.close()


def test_the_kind_of_file_decides_its_ending(section):
    """A calendar ends in .ics, though nobody typed that."""
    dialog = dialog_of(section, "exportData")
    for chosen, ending in (("Calendar (*.ics)", "ics"), ("Table (*.csv)", "csv")):
        dialog.filterSelected.emit(chosen)
        assert dialog.defaultSuffix() == ending
    dialog.close()


def test_the_dialog_of_an_import_gives_its_file(qtbot, section):
    """One that exists."""
    dialog = dialog_of(section, "importData")
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    with qtbot.waitSignal(section.import_requested) as asked:
        dialog.fileSelected.emit("/home/anna/home.ics")
    assert asked.args == ["/home/anna/home.ics"]
    dialog.close()


def test_backups_are_asked_for(qtbot, section):
    """By a button of their own."""
    with qtbot.waitSignal(section.backups_requested):
        section.findChild(QPushButton, "restoreBackup").click()
