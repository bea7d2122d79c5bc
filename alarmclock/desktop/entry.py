"""The program's place in the menu of the desktop: its entry and its icons, for one person."""

import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from alarmclock import resources
from alarmclock.desktop.bus.command_bus import NAME

COMMAND = "alarmclock"
ENTRY = Path("applications", "alarmclock.desktop")
ICONS = Path("icons", "hicolor")
MAN_PAGE = Path("man", "man1", "alarmclock.1")
# By this file the session's bus starts the program for whoever calls it by its name.
SERVICE = Path("dbus-1", "services", f"{NAME}.service")
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


class CommandMissing(FileNotFoundError):
    """A menu would have nothing to start: the program runs without being installed."""

    def __init__(self) -> None:
        super().__init__(
            f"There is no {COMMAND} command that a menu could start. "
            "Please install Alarm Clock first: pip install ."
        )


def user_data_home(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which desktops look for the entries of one person."""
    named = Path(environment.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def install_entry(data_home: Path, command: Path | None = None) -> list[Path]:
    """Write entry, icons, man page and bus service below the folder, and return the files.

    OSError says why not.

    `command` is what the menu starts; without it, the command that belongs to this program.
    """
    started = command or find_command()
    entry = _entry(started)
    icons = {data_home / below: source for source, below in _icons()}
    for target, source in icons.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _tell_icon_caches(data_home)
    written = {ENTRY: entry, SERVICE: _service(started), MAN_PAGE: _man_page()}
    for below, text in written.items():
        file = data_home / below
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return [*_texts(data_home), *icons]


def remove_entry(data_home: Path) -> list[Path]:
    """Delete what was written below the folder, and return the files that were there."""
    files = [*_texts(data_home), *(data_home / below for _, below in _icons())]
    present = [file for file in files if file.exists()]
    for file in present:
        file.unlink()
    _tell_icon_caches(data_home)
    return present


def find_command(candidates: Iterable[Path] | None = None) -> Path:
    """Return the absolute path of this program's command, or raise CommandMissing.

    A menu knows neither the person's PATH nor the active environment, so the name is not enough.
    """
    for candidate in _commands() if candidates is None else candidates:
        if candidate.name == COMMAND and candidate.is_file() and os.access(candidate, os.X_OK):
            return candidate.absolute()
    raise CommandMissing


def _commands() -> Iterator[Path]:
    """Yield the command that was called, the one installed with this Python, and the shell's."""
    yield Path(sys.argv[0])
    yield Path(sysconfig.get_path("scripts"), COMMAND)
    yield Path(shutil.which(COMMAND) or "")


def _texts(data_home: Path) -> list[Path]:
    return [data_home / below for below in (ENTRY, SERVICE, MAN_PAGE)]


def _entry(command: Path) -> str:
    """Return the bundled entry, with the command as the specification wants it written."""
    lines = resources.path(ENTRY.name).read_text(encoding="utf-8").splitlines()
    place = [f"TryExec={_escaped(str(command))}", f"Exec={_escaped(_quoted(str(command)))}"]
    at = next(number for number, line in enumerate(lines) if line.startswith("Exec="))
    return "\n".join([*lines[:at], *place, *lines[at + 1 :], ""])


def _service(command: Path) -> str:
    """Return what starts the command when another program asks for its name."""
    return f"[D-BUS Service]\nName={NAME}\nExec={shlex.quote(str(command))}\n"


def _man_page() -> str:
    return resources.path(MAN_PAGE.name).read_text(encoding="utf-8")


def _quoted(argument: str) -> str:
    """Quote one argument of a command line."""
    for special in '\\"`$':
        argument = argument.replace(special, f"\\{special}")
    return f'"{argument.replace("%", "%%")}"'


def _escaped(value: str) -> str:
    """Escape a value as all values of the file are."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _icons() -> Iterator[tuple[Path, Path]]:
    """Yield each icon and its place below the folder."""
    for size in ICON_SIZES:
        file = resources.path("icons", f"alarmclock-{size}.png")
        yield file, ICONS / f"{size}x{size}" / "apps" / "alarmclock.png"
    yield resources.path("icons", "alarmclock.svg"), ICONS / "scalable" / "apps" / "alarmclock.svg"


def _tell_icon_caches(data_home: Path) -> None:
    """Caches of icons are as new as the folder they describe."""
    if (data_home / ICONS).is_dir():
        os.utime(data_home / ICONS)
