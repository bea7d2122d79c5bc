"""Runs a function of a benchmark in a process of its own, so that none disturbs another.

`python -m tests.bench.child MODULE FUNCTION` calls it and writes what it gives as JSON.
"""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LONGEST_S = 900.0


def environment(**own: str) -> dict[str, str]:
    """Give what a child finds around it: no screen, no sound server and no bus, unless said so."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    alone = {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "PULSE_SERVER": "unix:/nonexistent",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    return {**kept, **alone, **own}


def in_child(function: Callable[..., Any], *words: object) -> Any:
    """Call a function of a module by its name in another process, and give what it gives."""
    call = [sys.executable, "-m", __name__, _module_of(function), function.__name__]
    run = subprocess.run(
        [*call, *map(str, words)],
        env=environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout.splitlines()[-1])


def _module_of(function: Callable[..., Any]) -> str:
    """Give the name by which a module can be found that runs as a program at the moment."""
    spec = getattr(sys.modules[function.__module__], "__spec__", None)
    return spec.name if spec is not None else function.__module__


def main(module: str, function: str, *words: str) -> None:
    """Call, and write down what came of it."""
    found = getattr(importlib.import_module(module), function)(*words)
    sys.stdout.write(f"\n{json.dumps(found)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
