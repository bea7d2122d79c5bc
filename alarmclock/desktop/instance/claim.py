"""The claim on a data folder: only the program that has it may write there."""

import logging
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from alarmclock.core.errors import AlarmClockError
from alarmclock.desktop.instance.holder import (
    OWNER_ONLY,
    Held,
    clear_stale,
    hold_unwritten,
    is_held,
    lock_path,
)

logger = logging.getLogger(__name__)


class AlreadyOpen(AlarmClockError):
    """Another Alarm Clock is open on the same data folder."""

    def __init__(self) -> None:
        super().__init__("Alarm Clock is open already.")


class Claim:
    """Held from `take` to `give_back`, or to the end of the process, however it ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = QLockFile(lock_path(str(folder)))
        # A program that hangs or sleeps for days still holds its claim.
        self._lock.setStaleLockTime(0)
        self._unwritten: int | None = None

    def take(self) -> None:
        """Claim the folder. Raises AlreadyOpen.

        Where nothing can be written, there is nothing to claim: the store says so.
        """
        if self._is_taken() or (clear_stale(str(self._folder)) and self._is_taken()):
            return
        if self._lock.error() is QLockFile.LockError.LockFailedError and self._is_in_use():
            raise AlreadyOpen
        self._take_unwritten()

    def give_back(self) -> None:
        """Let others open the folder."""
        self._lock.unlock()
        if self._unwritten is not None:
            with suppress(OSError):
                os.unlink(lock_path(str(self._folder)))
            os.close(self._unwritten)
            self._unwritten = None

    def _take_unwritten(self) -> None:
        """Claim a folder on a full disk, where Qt can't write into its lock. Raises AlreadyOpen."""
        try:
            self._unwritten = hold_unwritten(str(self._folder))
        except Held:
            raise AlreadyOpen from None
        except OSError as error:
            logger.info("The folder %s can't be claimed: %s", self._folder, error)

    def _is_in_use(self) -> bool:
        """Tell a lock from what a crash left where nobody can remove it."""
        return is_held(str(self._folder)) or os.access(self._folder, os.W_OK)

    def _is_taken(self) -> bool:
        try:
            os.makedirs(self._folder, OWNER_ONLY, exist_ok=True)
        except OSError:
            return False
        return self._lock.tryLock(0)
