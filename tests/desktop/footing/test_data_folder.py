import pytest

from alarmclock.desktop.footing.data_folder import default_data_folder, folder_problem


def test_the_folder_is_where_the_desktop_keeps_data(monkeypatch):
    """Below that of XDG, or else in the home folder."""
    monkeypatch.setenv("HOME", "/home/ada")
    assert default_data_folder({"XDG_DATA_HOME": "/data"}) == "/data/alarmclock"
    assert default_data_folder({}) == "/home/ada/.local/share/alarmclock"


@pytest.mark.parametrize("name", ["", "there", "not yet", "not yet/nor this", "relative"])
def test_a_folder_may_be_there_or_not(tmp_path, monkeypatch, name):
    """It is made when something is kept in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert folder_problem(name if name == "relative" else str(tmp_path / name)) is None


@pytest.mark.parametrize("below", ["", "/data", "/much/deeper"])
def test_a_file_in_the_way_is_named(tmp_path, below):
    """Wherever on the way it is."""
    file = tmp_path / "file"
    file.touch()
    assert str(folder_problem(f"{file}{below}")).startswith(f"“{file}” is no folder")


@pytest.mark.parametrize("name", ["", " "])
def test_no_name_is_told(name):
    """It is not taken for the person's own."""
    assert "--data-dir is empty" in str(folder_problem(name))
