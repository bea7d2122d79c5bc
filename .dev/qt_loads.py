"""Say by the exit status whether Qt and one of its window systems load on this machine."""

import ctypes
import sys
from pathlib import Path

PLUGINS = ("libqxcb.so", "libqwayland.so", "libqwayland-generic.so")


def main() -> int:
    """Load QtWidgets, and on Linux the plugins, which pull in the system's libraries."""
    try:
        from PySide6 import QtWidgets
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if sys.platform != "linux":
        return 0
    folder = Path(QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms"
    errors = [load_error(folder / name) for name in PLUGINS if (folder / name).exists()]
    if None in errors:
        return 0
    sys.stderr.write("".join(f"{error}\n" for error in errors))
    return 1


def load_error(plugin: Path) -> OSError | None:
    """Return why a shared library does not load, or None when it does."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return error
    return None


if __name__ == "__main__":
    sys.exit(main())
