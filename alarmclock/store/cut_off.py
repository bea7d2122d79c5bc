"""Changes that SQLite leaves out because their log is damaged: kept before it forgets them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from alarmclock.store import files


@contextmanager
def kept_cut_off(path: Path, now: datetime) -> Iterator[Path | None]:
    """Copy a database aside whose newest changes can't be read; None where all can be.

    To open it, which is done meanwhile, writes over them. The copy is removed again when that
    fails. Raises OSError.
    """
    kept = _keep_cut_off(path, now)
    try:
        yield kept
    except BaseException:
        if kept is not None:
            files.remove(kept)
        raise


def cut_off_sentence(kept: Path) -> str:
    """Say that changes are missing, and where they may be found."""
    return (
        "The newest changes to your alarms were damaged and could not be read: check your alarms. "
        f"The damaged file is kept as “{kept.name}”."
    )


def _keep_cut_off(path: Path, now: datetime) -> Path | None:
    log = path.with_name(path.name + files.LOG)
    if not log.exists() or not _is_cut_off(log, path.with_name(path.name + files.INDEX)):
        return None
    kept = files.dated_name(path.parent, f"{path.stem}-damaged", now)
    files.copy_durably(path, kept)
    files.copy_durably(log, kept.with_name(kept.name + files.LOG))
    return kept


def _is_cut_off(log: Path, index: Path) -> bool:
    # Only a program that was killed leaves a log.
    from alarmclock.store.write_ahead_log import is_cut_off, read_log

    found = read_log(log.read_bytes())
    return found.is_damaged or (index.exists() and is_cut_off(found, index.read_bytes()))
