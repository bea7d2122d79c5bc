"""The sounds of what is imported: only what this computer has is kept, and then as a copy."""

import os
from collections.abc import Container
from pathlib import Path
from typing import Protocol

from alarmclock.core.errors import Invalid
from alarmclock.core.exchange.imported import Imported, Remark, grouped, shown, with_sounds
from alarmclock.core.ring_settings import DEFAULT_SOUND
from alarmclock.core.words.wording import item_name
from alarmclock.values import replace

# What the program can play; a file of another kind is none of its sounds, whoever names it.
ENDINGS = frozenset({".wav", ".flac", ".mp3", ".ogg", ".oga"})
LARGEST = 256 * 1024 * 1024


class OwnSounds(Protocol):
    """Where copies of a person's own sound files are; any thread may ask."""

    def known(self, sound: str) -> str:
        """Give the copy that there is of a file, else the file as it was named."""

    def adopt(self, sound: str) -> str:
        """Copy a file and give the path of the copy. Raises Invalid."""


class NoCopies:
    """Leaves every file where it is."""

    def known(self, sound: str) -> str:
        """There is no copy of any."""
        return sound

    def adopt(self, sound: str) -> str:
        """Copy nothing."""
        return sound


def with_usable_sounds(
    imported: Imported,
    bundled: Container[str],
    default: str = DEFAULT_SOUND,
    own: OwnSounds = NoCopies(),  # noqa: B008 - it holds nothing
) -> Imported:
    """Name the copy that there is of each sound; who names one that is not here gets the default.

    That is said.
    """
    wanted = {item.ring.sound for item in imported.items}
    here = {sound: _on_this_computer(sound, bundled, own) for sound in wanted}
    missing = "is not on this computer, or can't be played"
    reasons = {sound: missing for sound, found in here.items() if found is None}
    return _told({sound: found or default for sound, found in here.items()}, reasons, imported)


def own_sounds(imported: Imported, bundled: Container[str]) -> list[str]:
    """List the files that are named as sounds."""
    return sorted({item.ring.sound for item in imported.items if item.ring.sound not in bundled})


def with_adopted_sounds(
    imported: Imported, bundled: Container[str], default: str, own: OwnSounds
) -> Imported:
    """Copy what is named as a sound; who names one that can't be copied gets the default.

    That is said. A long file takes a moment.
    """
    sounds: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for sound in own_sounds(imported, bundled):
        try:
            sounds[sound] = own.adopt(sound)
        except Invalid as error:
            sounds[sound], reasons[sound] = default, f"could not be taken ({error})"
    return _told(sounds, reasons, imported)


def _told(sounds: dict[str, str], reasons: dict[str, str], imported: Imported) -> Imported:
    if all(sound == found for sound, found in sounds.items()):
        return imported
    notes = [
        Remark(
            shown(item_name(item)),
            f"Its sound “{shown(item.ring.sound)}” {reasons[item.ring.sound]}; it gets the usual "
            "one.",
        )
        for item in imported.items
        if item.ring.sound in reasons
    ]
    return replace(with_sounds(imported, sounds), notes=grouped((*imported.notes, *notes)))


def _on_this_computer(sound: str, bundled: Container[str], own: OwnSounds) -> str | None:
    if sound in bundled:
        return sound
    if _is_usable(sound):
        return own.known(sound)
    # The data folder may have come from another computer, with its copies.
    moved = sound if _is_there(sound) else own.known(sound)
    return moved if moved != sound and _is_usable(moved) else None


def _is_there(sound: str) -> bool:
    try:
        return Path(sound).exists()
    except (OSError, ValueError):
        return True


def _is_usable(sound: str) -> bool:
    try:
        path = Path(sound)
        return (
            path.is_absolute()
            and path.suffix.lower() in ENDINGS
            and path.is_file()
            and path.stat().st_size <= LARGEST
            and os.access(path, os.R_OK)
        )
    except (OSError, ValueError):
        return False
