"""Import as Python has it, in a process of its own: the hook is one for the whole process."""

import subprocess
import sys

OPENED = """
import linecache
from alarmclock.cli import window
assert window.qt_problem() is None
UNHOOK
from alarmclock.app import AlarmClock
from PySide6.QtNetwork import QLocalServer
print(any(name.endswith("alarmclock/app.py") for name in linecache.cache))
"""


def _sources_read(unhook):
    code = OPENED.replace("UNHOOK", unhook)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout


def test_no_source_is_read_for_an_import():
    """As the window is opened."""
    unhook = "from alarmclock.desktop.footing.import_hook import unhook_imports; unhook_imports()"
    assert _sources_read(unhook) == "False\n"


def test_pyside_still_reads_them_when_nobody_unhooks():
    """When this fails PySide has mended it, and the module can go."""
    assert _sources_read("") == "True\n"


def test_without_pyside_nothing_happens():
    """Commands load no Qt, and so no hook."""
    code = (
        "import builtins; before = builtins.__import__;"
        "from alarmclock.desktop.footing.import_hook import unhook_imports; unhook_imports();"
        "print(builtins.__import__ is before)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "True\n"
