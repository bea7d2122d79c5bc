"""Import, export and backups, by a person at the window."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

SAMPLES = Path(__file__).parents[2] / "store" / "exchange" / "files"
SETTINGS = 4


def settings_of(person):
    """Open the settings and give their section of import and export."""
    person.window.show_page(SETTINGS)
    person.settle()
    return person.window.page(SETTINGS).exchange


def import_file(qtbot, person, path):
    """Choose a file to import, and wait until it was read."""
    settings_of(person).import_requested.emit(str(path))
    window = person.window

    def is_shown():
        now = window.findChild(QPushButton, "importNow")
        assert now is not None
        assert now.isVisible()

    qtbot.waitUntil(is_shown)
    return window.findChild(QPushButton, "importNow")


def test_a_calendar_is_looked_at_and_then_armed(qtbot, person):
    """And Ctrl+Z takes it back."""
    program = person.program
    now = import_file(qtbot, person, SAMPLES / "thunderbird.ics")
    assert len(program.book) == 0
    now.click()
    person.settle()
    assert (len(program.book), len(program.keeper)) == (5, 5)
    assert person.window.message_bar.text() == "5 entries were added."
    program.shell.desk.undo()
    person.settle()
    assert (len(program.book), len(program.keeper)) == (0, 0)


def test_everything_moves_to_another_folder(qtbot, open_program, tmp_path):
    """By an export of one program and an import of the other."""
    here = open_program()
    here.program.shell.desk.add_in_words("weekdays 7:15 gym")
    path = tmp_path / "all.json"
    settings_of(here).export_requested.emit(str(path), True)
    there = open_program(data_dir=tmp_path / "other")
    import_file(qtbot, there, path).click()
    there.settle()
    assert list(there.program.book) == list(here.program.book)


def test_a_backup_comes_back_at_the_next_start(open_program):
    """The window says so, then and now."""
    first = open_program()
    first.program.shell.desk.add_in_words("7:15 gym")
    first.program._store.backup()
    first.program.shell.desk.add_in_words("8:15 swim")
    settings_of(first).backups_requested.emit()
    first.settle()
    first.window.findChild(QPushButton, "restoreThis").click()
    first.program.finish()
    second = open_program()
    assert [alarm.label for alarm in second.program.book.alarms()] == ["gym"]
    assert "was restored" in second.window.message_bar.text()
