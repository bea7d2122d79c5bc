from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from alarmclock import resources
from alarmclock.ui.editor.sound_field import SoundField

OWN = "/home/anna/Musik/Frühstück.flac"


@pytest.fixture
def field(theme, on_screen):
    """The field of the sound, at a bundled one."""
    made = on_screen(SoundField(theme))
    made.show_sound("dawn-chorus")
    return made


def entries(field):
    """List what is offered."""
    return [field.box.itemText(row) for row in range(field.box.count())]


def test_the_bundled_sounds_are_offered(field):
    """People choose by name."""
    assert entries(field) == [sound.name for sound in resources.sounds()]
    assert (field.box.currentText(), field.sound()) == ("Dawn chorus", "dawn-chorus")


@pytest.mark.parametrize("sound", [OWN, "no-longer-bundled"])
def test_another_sound_is_its_own_entry(field, sound):
    """An own file, or a sound of another version, is shown and kept."""
    field.show_sound(sound)
    assert (field.sound(), len(entries(field))) == (sound, len(resources.sounds()) + 1)


def test_an_own_file_is_shown_by_its_name(field):
    """The folder is in the tooltip, the name in the list."""
    field.show_sound(OWN)
    tip = field.box.itemData(field.box.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert (field.box.currentText(), tip) == ("Frühstück.flac", OWN)


def test_the_button_asks_for_the_sound(qtbot, field):
    """A press on the play button is told."""
    with qtbot.waitSignal(field.preview_toggled):
        qtbot.mouseClick(field.preview, Qt.MouseButton.LeftButton)


def test_the_button_says_what_it_does(field):
    """While the sound plays, the button stops it."""
    names = []
    for previewing in (False, True):
        field.show_previewing(previewing=previewing)
        names.append(field.preview.accessibleName())
    assert names == ["Play the sound", "Stop the sound"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_own_file_is_chosen(qtbot, field):
    """The dialog leaves the window free, and its file is taken."""
    qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    dialog = field.window().findChild(QFileDialog, "soundDialog")
    assert (dialog.isVisible(), dialog.isModal()) == (True, False)
    with qtbot.waitSignal(field.file_chosen) as heard:
        dialog.fileSelected.emit(OWN)
    dialog.accept()
    assert (field.sound(), heard.args) == (OWN, [OWN])
    field.close_dialog()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("folder", ["Music", ""], ids=["music", "no folder for music"])
def test_the_dialog_opens_where_people_keep_their_music(field, tmp_path, monkeypatch, folder):
    """Not where the program was started; each choice begins there."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / folder).mkdir(exist_ok=True)
    field.choose.click()
    dialog = field.window().findChild(QFileDialog, "soundDialog")
    assert Path(dialog.directory().path()) == tmp_path / folder
    field.close_dialog()


def test_the_dialog_goes_with_its_alarm(qtbot, field):
    """A file that is chosen late must not become another alarm's sound."""
    qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    dialog = field.window().findChild(QFileDialog, "soundDialog")
    with qtbot.waitSignal(dialog.destroyed):
        field.close_dialog()
