"""What was turned up and is still to be put back, on disk: a program may be killed in a ring."""

import json
import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from alarmclock.desktop.outlet.device import Stand
from alarmclock.desktop.outlet.raising import Raised

logger = logging.getLogger(__name__)

OWNER_ONLY = 0o600
LARGEST_BYTES = 64 * 1024
# More than any server lets a device have.
MOST_CHANNELS = 64
LOUDEST = 20.0

Owed = Mapping[str, Raised]


class Debts:
    """A file that is there only while something is owed. What can't be written is not kept."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept: Owed = {}

    def read(self) -> Owed:
        """Give what an earlier run owes, by the names of devices; garbage owes nothing."""
        try:
            with self._file.open(encoding="utf-8") as file:
                found = json.loads(file.read(LARGEST_BYTES))
            self._kept = {str(name): _raised(told) for name, told in found.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            logger.warning("What was turned up before can't be read, and stays as it is.")
            self._kept = {}
            with suppress(OSError):
                self._file.unlink()
        return self._kept

    def keep(self, owed: Owed) -> None:
        """Have on disk what is owed from now on, before anything is turned up."""
        if owed == self._kept:
            return
        self._kept = dict(owed)
        try:
            if owed:
                self._write(json.dumps({name: _told(raised) for name, raised in owed.items()}))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("It can't be kept how loud the computer was: %s", error)

    def _write(self, text: str) -> None:
        unfinished = self._file.with_suffix(".new")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self._file)


def _told(raised: Raised) -> dict[str, object]:
    stands = {"before": raised.before, "after": raised.after}
    return {
        name: {"volumes": stand.volumes, "is_muted": stand.is_muted}
        for name, stand in stands.items()
    }


def _raised(told: Any) -> Raised:
    return Raised(_stand(told["before"]), _stand(told["after"]))


def _stand(told: Any) -> Stand:
    volumes = tuple(float(volume) for volume in told["volumes"])
    if len(volumes) > MOST_CHANNELS or not all(0 <= volume <= LOUDEST for volume in volumes):
        raise ValueError("no device stands so")
    return Stand(volumes, is_muted=bool(told["is_muted"]))
