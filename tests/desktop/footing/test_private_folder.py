"""A data folder is for its owner alone, also where an older version was not so careful."""

import pytest

from alarmclock.desktop.footing.private_folder import DATABASE, keep_private


def mode(path):
    """Read what who may do."""
    return path.stat().st_mode & 0o777


@pytest.fixture
def wide(tmp_path):
    """A data folder that everybody can read."""
    folder = tmp_path / "data"
    for inner in (folder, folder / "backups", folder / "sounds"):
        inner.mkdir(mode=0o755)
        inner.chmod(0o755)
    names = (DATABASE, "alarmclock.log", "running.lock", "backups/a.sqlite3", "sounds/song.mp3")
    for name in names:
        (folder / name).write_text("")
        (folder / name).chmod(0o644)
    return folder


def test_a_wider_folder_is_mended_with_all_that_is_ours(wide):
    """Folders are for their owner to enter, files to read and write."""
    keep_private(wide)
    found = [wide, *wide.rglob("*")]
    assert {mode(path) for path in found if path.is_dir()} == {0o700}
    assert {mode(path) for path in found if path.is_file()} == {0o600}


def test_what_the_owner_took_away_is_not_given_back(wide):
    """A file that is to be read only stays so."""
    (wide / DATABASE).chmod(0o444)
    keep_private(wide)
    assert mode(wide / DATABASE) == 0o400


def test_what_is_not_ours_is_left_alone(wide):
    """Somebody may have put it there for others."""
    (wide / "recipe.txt").write_text("")
    (wide / "recipe.txt").chmod(0o644)
    keep_private(wide)
    assert mode(wide / "recipe.txt") == 0o644


def test_a_link_leads_nowhere_else(wide, tmp_path):
    """What it points to is not ours."""
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / "elsewhere").chmod(0o644)
    (wide / "sounds" / "link").symlink_to(tmp_path / "elsewhere")
    keep_private(wide)
    assert mode(tmp_path / "elsewhere") == 0o644


@pytest.mark.parametrize("what", ["home", "for all", "of others"])
def test_a_folder_that_serves_for_more_stays_as_it_is(wide, monkeypatch, what):
    """Only our files in it are mended."""
    if what == "home":
        monkeypatch.setenv("HOME", str(wide))
    elif what == "for all":
        wide.chmod(0o1777)
    else:
        (wide / DATABASE).unlink()
        (wide / "thesis.odt").write_text("")
    before = mode(wide)
    keep_private(wide)
    assert mode(wide) == before
    assert mode(wide / "alarmclock.log") == 0o600


def test_a_folder_that_is_not_there_is_nothing_to_mend(tmp_path):
    """The store says what is wrong with it."""
    keep_private(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []
