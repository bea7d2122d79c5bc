"""The one way to the data files that come with the program: fonts, icons, sounds and styles."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOUND_CATALOGUE = ("sounds", "catalogue.json")


class ResourceMissing(FileNotFoundError):
    """A file that belongs to the program is not where it was installed."""

    def __init__(self, missing: Path) -> None:
        super().__init__(
            f"The file {missing} belongs to Alarm Clock and is missing. "
            "Please install the program again."
        )
        self.missing = missing

    def __reduce__(self) -> tuple[type["ResourceMissing"], tuple[Path]]:
        return type(self), (self.missing,)


class UnknownSound(LookupError):
    """No bundled sound has the id that was asked for."""

    def __init__(self, sound_id: str) -> None:
        super().__init__(f"There is no sound called “{sound_id}”.")
        self.sound_id = sound_id


@dataclass(frozen=True, slots=True)
class Sound:
    """A bundled alarm sound: its id never changes, its name is shown."""

    id: str
    name: str
    path: Path
    description: str


def path(*parts: str) -> Path:
    """Return a bundled file or folder, named by its parts below resources, that does exist."""
    wanted = _root().joinpath(*parts)
    if not wanted.exists():
        raise ResourceMissing(wanted)
    return wanted


@cache
def sounds() -> tuple[Sound, ...]:
    """Return the bundled sounds in the order to show them; the first is the default.

    They are read once: a phrase is understood anew with each key.
    """
    entries = json.loads(path(*SOUND_CATALOGUE).read_text(encoding="utf-8"))
    return tuple(
        Sound(entry["id"], entry["name"], path("sounds", entry["file"]), entry["description"])
        for entry in entries
    )


@cache
def sound_ids() -> tuple[str, ...]:
    """Return the ids of the bundled sounds in the order to show them."""
    entries = json.loads(path(*SOUND_CATALOGUE).read_text(encoding="utf-8"))
    return tuple(entry["id"] for entry in entries)


def sound(sound_id: str) -> Sound:
    """Return the bundled sound of this id, or raise UnknownSound."""
    for candidate in sounds():
        if candidate.id == sound_id:
            return candidate
    raise UnknownSound(sound_id)


def _root() -> Path:
    """Installed, the data lies in a folder named like this module; in a checkout, a level up."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
