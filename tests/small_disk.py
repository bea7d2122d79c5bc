"""A small file system of its own, which can be filled; it takes the right to mount one."""

import os
import subprocess
from contextlib import contextmanager

import pytest

FULL_UP_TO = 4096


@contextmanager
def mounted(point, kilobytes):
    """Mount a small file system on a new folder, as root or in a container that may mount."""
    point.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(point)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this account can't mount a file system")
    try:
        yield point
    finally:
        # What still runs there at the end of a failed test keeps it no longer than itself.
        subprocess.run(["umount", "--lazy", str(point)], check=True)


def fill(point):
    """Fill a file system to its last byte, and give the file that does."""
    filler = point / "filler"
    file = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, bytes(FULL_UP_TO))
    except OSError:
        pass
    finally:
        os.close(file)
    return filler


@contextmanager
def read_only(point):
    """Let nobody write on a mounted file system."""
    subprocess.run(["mount", "-o", "remount,ro", str(point)], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", str(point)], check=True)
