"""PySide's hook on `import`, which this program takes away.

Once PySide6 is loaded, every `import` also reads the source of what it imports, to see whether that
might use PySide's `__feature__`, which nothing here does. It costs a seventh of the start, and the
sources stay in memory.
"""

import builtins


def unhook_imports() -> None:
    """Give `import` back to Python; do nothing where PySide has not hooked it."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
