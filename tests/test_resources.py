import importlib.util
import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from alarmclock import resources

SOUND_IDS = (
    "daybreak",
    "dawn-chorus",
    "marimba",
    "harp",
    "music-box",
    "glass",
    "bells",
    "digital",
    "radar",
    "klaxon",
)


def test_path_finds_what_is_there():
    """A bundled file is found by its parts."""
    assert resources.path("icons", "alarmclock.svg").read_bytes().startswith(b"<svg")


def test_path_says_what_is_missing_and_what_to_do():
    """A file that was lost is named, with the advice to install again."""
    with pytest.raises(
        resources.ResourceMissing, match=r"nothing\.flac.*install the program again"
    ):
        resources.path("sounds", "nothing.flac")


def test_missing_resource_is_a_missing_file_that_can_be_copied():
    """The error is a FileNotFoundError and survives the way between processes."""
    error = resources.ResourceMissing(Path("lost.svg"))
    assert isinstance(error, FileNotFoundError)
    assert pickle.loads(pickle.dumps(error)).missing == Path("lost.svg")


def test_sounds_come_in_their_order_with_stable_ids():
    """The ids are saved in people's alarms, so that none may vanish; the first is the default."""
    assert tuple(sound.id for sound in resources.sounds()) == SOUND_IDS


def test_sounds_are_described():
    """Each sound has a name of its own and one sentence about it."""
    sounds = resources.sounds()
    assert len({sound.name for sound in sounds}) == len(sounds)
    assert all(sound.description.endswith(".") for sound in sounds)


def test_catalogue_names_every_sound_file():
    """No sound lies in the folder without being offered."""
    listed = {sound.path for sound in resources.sounds()}
    assert listed == set(resources.path("sounds").glob("*.flac"))


def test_unknown_sound_is_named():
    """Asking for a sound that is not bundled names it."""
    with pytest.raises(resources.UnknownSound, match="gong"):
        resources.sound("gong")


def test_lost_sound_file_is_missing(tmp_path):
    """A catalogue entry whose file is gone is told as a missing resource."""
    copy = installed(tmp_path)
    entry = {"id": "gone", "name": "Gone", "file": "gone.flac", "description": "Gone."}
    folder = tmp_path / "alarmclock" / "resources" / "sounds"
    folder.mkdir()
    (folder / "catalogue.json").write_text(json.dumps([entry]))
    with pytest.raises(copy.ResourceMissing, match=r"gone\.flac"):
        copy.sounds()


def test_in_a_checkout_the_data_lies_beside_the_package(tmp_path):
    """Without an installed folder the data is looked for one level up."""
    copy = installed(tmp_path)
    (tmp_path / "alarmclock" / "resources").rename(tmp_path / "resources")
    (tmp_path / "resources" / "icons").mkdir()
    assert copy.path("icons") == tmp_path / "resources" / "icons"


def test_installed_beside_its_data_the_module_wins(tmp_path):
    """In a wheel the module and its data folder share a name; importing gives the module."""
    installed(tmp_path)
    program = "from alarmclock import resources; print(resources.path())"
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()) == tmp_path / "alarmclock" / "resources"


def test_desktop_file_is_valid():
    """Desktops accept the file that puts the program into their menus."""
    validator = shutil.which("desktop-file-validate")
    if validator is None and not os.environ.get("CI"):
        pytest.skip("desktop-file-validate is not installed")
    assert validator, "Please install desktop-file-utils."
    file = resources.path("alarmclock.desktop")
    checked = subprocess.run([validator, str(file)], check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def installed(folder: Path) -> ModuleType:
    """Lay out the module as a wheel does, with an empty data folder beside it, and load it."""
    package = folder / "alarmclock"
    (package / "resources").mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copy(resources.__file__, package)
    spec = importlib.util.spec_from_file_location("copied_resources", package / "resources.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
