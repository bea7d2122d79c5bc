import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from configparser import ConfigParser
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_SHIPPED = {"__pycache__"}


def files_below(folder: str) -> set[str]:
    """Name every file of the project below a folder, relative to the project."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not NOT_SHIPPED & set(file.parts)
    }


def run(*command: str | Path, **options) -> str:
    """Run a program that must succeed away from the project, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        **options,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build sdist and wheel as they are published, the wheel out of the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    """The wheel."""
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def wheel_names(wheel):
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist_names(built):
    """The names of the files in the sdist, without its own folder."""
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        return {member.name.split("/", 1)[1] for member in archive if member.isfile()}


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The Python of a new environment that holds the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    return python


def wheel_file(wheel: Path, name: str) -> bytes:
    """Read a file out of the folder in which a wheel describes itself."""
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (path for path in archive.namelist() if path.endswith(f".dist-info/{name}"))
        return archive.read(path)


def test_wheel_holds_the_package_and_its_resources(wheel_names):
    """Every module and every data file is in the wheel, and nothing else is."""
    shipped = {name for name in wheel_names if ".dist-info/" not in name}
    resources = {f"alarmclock/{name}" for name in files_below("resources")}
    assert shipped == files_below("alarmclock") | resources


def test_wheel_is_typed(wheel_names):
    """Type checkers of other projects may rely on the package's types."""
    assert "alarmclock/py.typed" in wheel_names


def test_wheel_brings_the_commands(wheel):
    """Installing gives the alarmclock command, and one that opens no console on Windows."""
    parser = ConfigParser()
    parser.read_string(wheel_file(wheel, "entry_points.txt").decode())
    assert parser["console_scripts"]["alarmclock"] == "alarmclock.cli:main"
    assert parser["gui_scripts"]["alarmclock-gui"] == "alarmclock.cli:main"


def test_wheel_shows_readme_and_licence(wheel):
    """Who finds the wheel reads what it is and what is allowed."""
    described = message_from_bytes(wheel_file(wheel, "METADATA"))
    assert described["License-Expression"] == "MIT"
    assert described.get_payload().startswith("# Alarm Clock")
    assert wheel_file(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize("folder", ["alarmclock", "resources", "tests"])
def test_sdist_holds_all_that_is_needed_to_work_on_it(sdist_names, folder):
    """Sources, data and tests are in the sdist."""
    assert files_below(folder) <= sdist_names


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "pyproject.toml"])
def test_sdist_holds_what_describes_it(sdist_names, name):
    """README, licence and project file are in the sdist."""
    assert name in sdist_names


def test_wheel_alone_finds_every_resource(installed, tmp_path):
    """Installed by itself, away from the clone, the program reaches each of its data files."""
    program = (
        "import sys; from alarmclock import resources; "
        "[print(resources.path(*name.split('/')).stat().st_size) for name in sys.argv[1:]]"
    )
    names = sorted(files_below("resources"))
    printed = run(
        installed, "-c", program, *(name.removeprefix("resources/") for name in names), cwd=tmp_path
    )
    assert printed.split() == [str((ROOT / name).stat().st_size) for name in names]


def test_wheel_alone_finds_itself_installed(installed, tmp_path):
    """The test above looks at the installed package, not at the clone."""
    program = "import alarmclock; print(alarmclock.__file__)"
    assert Path(run(installed, "-c", program, cwd=tmp_path).strip()).is_relative_to(
        installed.parents[1]
    )


def test_wheel_alone_offers_every_sound(installed, tmp_path):
    """The catalogue of sounds is whole in an installed program."""
    program = "from alarmclock import resources; print(len(resources.sounds()))"
    printed = run(installed, "-c", program, cwd=tmp_path)
    assert int(printed) == len(list((ROOT / "resources" / "sounds").glob("*.flac")))


def test_wheel_alone_goes_into_the_menu(installed, tmp_path):
    """The installed program puts its own command into the menu of the desktop."""
    program = (
        "import pathlib, sys; from alarmclock.desktop.entry import install_entry; "
        "print(install_entry(pathlib.Path(sys.argv[1]))[0].read_text())"
    )
    lines = run(installed, "-c", program, tmp_path, cwd=tmp_path).splitlines()
    assert f"TryExec={installed.with_name('alarmclock')}" in lines


def test_without_qt_the_command_says_what_is_missing(installed, tmp_path):
    """A program installed without what it needs names it in a sentence, with status 2."""
    done = subprocess.run(
        [installed.with_name("alarmclock")],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Alarm Clock needs PySide6")
    assert len(done.stderr.splitlines()) == 1
