"""The sounds of what is imported: only what this computer has is kept."""

import os
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from alarmclock.core.exchange.imported import Imported, Remark, grouped, shown, with_sounds
from alarmclock.core.ring_settings import DEFAULT_SOUND
from alarmclock.core.wording import item_name

# What the program can play; a file of another kind is none of its sounds, whoever names it.
ENDINGS = frozenset({".wav", ".flac", ".mp3", ".ogg", ".oga"})
LARGEST = 256 * 1024 * 1024


def with_usable_sounds(
    imported: Imported, bundled: Container[str], default: str = DEFAULT_SOUND
) -> Imported:
    """Give the default sound to whatever names one that is not here, and say so."""
    wanted = {item.ring.sound for item in imported.items}
    missing = {sound: default for sound in wanted if not _is_usable(sound, bundled)}
    if not missing:
        return imported
    notes = [
        Remark(
            shown(item_name(item)),
            f"Its sound “{shown(item.ring.sound)}” is not on this computer, or can't be played; "
            "it gets the usual one.",
        )
        for item in imported.items
        if item.ring.sound in missing
    ]
    return replace(with_sounds(imported, missing), notes=grouped((*imported.notes, *notes)))


def _is_usable(sound: str, bundled: Container[str]) -> bool:
    if sound in bundled:
        return True
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
