"""Where the running program of a data folder can be spoken to.

Pathlib is left out on purpose: every command comes through here, and it loads slowly.
"""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

FOLDER = "alarmclock"
# Beside the lock in the data folder: where the program that has the lock listens.
NOTE = "running.place"
OWNER_ONLY = 0o700
OWNER_ONLY_FILE = 0o600
# Names of sockets end at 103 bytes on some systems; Qt binds a longer one first, and renames it.
LONGEST_NAME = 90
PIPE = r"\\.\pipe"


def places(data_folder: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """List where the program of a data folder may listen, the likeliest first."""
    name = name_of(data_folder)
    if sys.platform == "win32":
        return [rf"{PIPE}\alarmclock-{name}"]
    found = (os.path.join(folder, f"{name}.sock") for folder in _folders(environment))
    return [path for path in found if _is_short(path)]


def places_of_running(
    data_folder: str, environment: Mapping[str, str] = os.environ
) -> Iterator[str]:
    """Give where the program of a data folder is looked for: first where it says that it is.

    A command may run outside the session of its window, as from cron, and know less of it.
    """
    noted = _noted_place(data_folder)
    if noted is not None:
        yield noted
    for place in places(data_folder, environment):
        if place != noted:
            yield place


def note_place(data_folder: str, place: str) -> None:
    """Say in a data folder where its program listens; who can't write there is looked for."""
    path = os.path.join(data_folder, NOTE)
    unfinished = f"{path}.new"
    with suppress(OSError):
        with suppress(FileNotFoundError):
            os.unlink(unfinished)
        with open(
            unfinished, "x", encoding="utf-8", errors="surrogateescape", opener=_open_for_owner
        ) as file:
            file.write(place)
        os.replace(unfinished, path)


def _open_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY_FILE)


def forget_place(data_folder: str) -> None:
    """Take back what was said; a crash leaves it, and nobody answers there then."""
    with suppress(OSError):
        os.unlink(os.path.join(data_folder, NOTE))


def prepare(place: str) -> bool:
    """Make the folder of a place for its user alone; False where nobody may listen there."""
    if sys.platform == "win32":
        return True
    folder = os.path.dirname(place)
    try:
        os.mkdir(folder, OWNER_ONLY)
    except FileExistsError:
        pass
    except OSError:
        return False
    return is_ours(place)


def is_ours(place: str) -> bool:
    """Tell whether nobody else can have put something at a place, or can look into its folder."""
    if sys.platform == "win32":
        return True
    try:
        found = os.lstat(os.path.dirname(place))
    except OSError:
        return False
    others = stat.S_IMODE(found.st_mode) & 0o077
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not others


def name_of(data_folder: str) -> str:
    """Give a short name that stands for a data folder, however it is written."""
    # FNV-1a: nothing here is secret, and cryptography loads slowly.
    value = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(data_folder)):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def _noted_place(data_folder: str) -> str | None:
    if sys.platform == "win32":
        return None
    path = os.path.join(data_folder, NOTE)
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            place = file.read(LONGEST_NAME + 1)
    except OSError:
        return None
    return place if os.path.isabs(place) and "\0" not in place and _is_short(place) else None


def _is_short(place: str) -> bool:
    return len(os.fsencode(place)) <= LONGEST_NAME


def _temporary_folder(environment: Mapping[str, str]) -> str:
    """Give the folder of temporary files; `tempfile` loads slowly, and tries what it finds."""
    return environment.get("TMPDIR") or "/tmp"  # noqa: S108 - a folder of our own is made in it  # nosec B108


def _folders(environment: Mapping[str, str]) -> Iterator[str]:
    user = os.getuid()
    for runtime in dict.fromkeys((environment.get("XDG_RUNTIME_DIR", ""), f"/run/user/{user}")):
        if os.path.isabs(runtime) and os.path.isdir(runtime):
            yield os.path.join(runtime, FOLDER)
    yield os.path.join(_temporary_folder(environment), f"{FOLDER}-{user}")
