"""What may happen to a disk while the program runs: it begins, and it is over again."""

import resource
import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path

from alarmclock.store.files import DATABASE
from tests import small_disk


@contextmanager
def full(folder):
    """Fill the disk of a folder to its last byte."""
    filler = small_disk.fill(Path(folder).parent)
    yield
    filler.unlink()


@contextmanager
def locked(folder):
    """Let another program write, and not come to an end."""
    other = sqlite3.connect(Path(folder) / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def broken(program):
    """Let every write into a file fail, as on a disk that has died."""
    before = resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    yield
    resource.prlimit(program.pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def moved(folder):
    """Move the folder away, and back again."""
    elsewhere = Path(folder).with_name("elsewhere")
    Path(folder).rename(elsewhere)
    yield
    shutil.rmtree(folder, ignore_errors=True)
    elsewhere.rename(folder)


@contextmanager
def deleted(folder):
    """Delete the folder with all that is in it."""
    shutil.rmtree(folder)
    yield


@contextmanager
def read_only(folder):
    """Let nobody write on the disk of a folder, not even the super-user."""
    with small_disk.read_only(Path(folder).parent):
        yield
