"""A person's own sound files, copied to where nobody moves or deletes them by accident."""

import errno
import filecmp
import logging
import os
import re
import shutil
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Collection
from pathlib import Path

from alarmclock.core.errors import Invalid
from alarmclock.desktop.sound.decode import load

logger = logging.getLogger(__name__)

# Their folder within the data folder.
SOUNDS = "sounds"
OWNER_ONLY_FOLDER = 0o700
# A copy that was not finished: the program was killed meanwhile.
UNFINISHED = ".unfinished-"
# What some file system or other does not allow in a name.
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST_NAME = 80
LONGEST_ENDING = 10


class OwnFiles:
    """The copies, in a folder that holds nothing else. Any thread may call it.

    ``check`` raises Invalid when a sound can't be used.
    """

    def __init__(self, folder: Path, check: Callable[[str], object] = load) -> None:
        self._folder = folder
        self._check = check
        self._lock = threading.Lock()

    def adopt(self, sound: str) -> str:
        """Copy a file of one's own, unless that was done before, and give the path of the copy.

        The name of a bundled sound, and what is in the folder already, come back as they are.
        A long file takes a moment. Raises Invalid.
        """
        sound = self.resolve(sound)
        if not Path(sound).is_absolute() or self._is_inside(Path(sound)):
            return sound
        self._check(sound)
        source = Path(sound)
        try:
            with self._lock:
                self._folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
                return str(self._same(source) or self._copied(source))
        except OSError as error:
            logger.exception("“%s” could not be copied.", source)
            raise Invalid("sound", _why_not(error, source, self._folder)) from error

    def known(self, sound: str) -> str:
        """Give the copy that there is of a file, else the file as it was named."""
        sound = self.resolve(sound)
        source = Path(sound)
        if not source.is_absolute() or self._is_inside(source):
            return sound
        try:
            with self._lock:
                return str(self._same(source) or sound)
        except OSError:
            return sound

    def resolve(self, sound: str) -> str:
        """Give where a sound is now: the data folder may have been moved with all its copies."""
        name = _name_in(sound)
        if not name or _is_file(Path(sound)):
            return sound
        moved = self._folder / name
        return str(moved) if _is_file(moved) else sound

    def tidy(self, used: Collection[str]) -> None:
        """Remove the copies that nothing uses. What can't be removed stays, and is logged."""
        kept = {_name_in(sound) for sound in used}
        with self._lock:
            for file in self._files():
                if file.name not in kept:
                    _remove(file)

    def _is_inside(self, path: Path) -> bool:
        return path.parent.resolve() == self._folder.resolve()

    def _files(self) -> list[Path]:
        """List what is in the folder, also what was not finished."""
        try:
            return sorted(file for file in self._folder.iterdir() if file.is_file())
        except FileNotFoundError:
            return []
        except OSError:
            logger.exception("The folder of the own sounds can't be read.")
            return []

    def _same(self, source: Path) -> Path | None:
        """Find a copy of the very same content."""
        for file in self._files():
            if not file.name.startswith(UNFINISHED) and filecmp.cmp(source, file, shallow=False):
                return file
        return None

    def _copied(self, source: Path) -> Path:
        """Copy it in a way that leaves a whole file or none, whatever happens meanwhile."""
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=self._folder)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as target, source.open("rb") as content:
                shutil.copyfileobj(content, target, 1024 * 1024)
                target.flush()
                os.fsync(target.fileno())
            copy = self._free_name(source)
            unfinished.replace(copy)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync_folder(self._folder)
        return copy

    def _free_name(self, source: Path) -> Path:
        """Give a name that people know again and that no file has yet."""
        stem, ending = _safe_name(source)
        path, number = self._folder / f"{stem}{ending}", 1
        while path.exists():
            number += 1
            path = self._folder / f"{stem} ({number}){ending}"
        return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that may not be read
        return False


def _name_in(sound: str) -> str:
    """Give the name of a file, whichever system its path is of; none for a bundled sound."""
    folder, _, name = sound.replace("\\", "/").rpartition("/")
    return name if folder or sound.startswith("/") else ""


def _safe_name(source: Path) -> tuple[str, str]:
    """Give stem and ending as every file system takes them, not too long and not hidden."""
    ending = FORBIDDEN.sub("", source.suffix)[:LONGEST_ENDING]
    words = FORBIDDEN.sub(" ", unicodedata.normalize("NFC", source.stem)).split()
    stem = " ".join(words).strip(" .")
    # Some file systems count bytes.
    short = stem.encode("utf-8", "ignore")[:LONGEST_NAME].decode("utf-8", "ignore").strip(" .")
    return short or "sound", ending


def _why_not(error: OSError, source: Path, folder: Path) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return (
            f"There is no room left to keep a copy of {source.name}. "
            "Free some space on the disk, or choose a bundled sound."
        )
    return (
        f"{source.name} could not be copied to {folder}, where Alarm Clock keeps own sounds. "
        "See that you may write there, or choose a bundled sound."
    )


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        logger.exception("“%s” could not be removed.", file)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
