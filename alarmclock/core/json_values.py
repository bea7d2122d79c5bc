"""Values that came out of JSON, of the type that they should have or not at all.

What is read may have been damaged, or written by somebody else: nothing is made to fit.
"""

from collections.abc import Callable
from typing import Any


def number_from(value: object) -> int:
    """Take a whole number. Raises TypeError."""
    if type(value) is not int:
        raise TypeError(f"{value!r} is not a whole number")
    return value


def fraction_from(value: object) -> float:
    """Take a number. Raises TypeError."""
    if type(value) not in (int, float):
        raise TypeError(f"{value!r} is not a number")
    return float(str(value))


def text_from(value: object) -> str:
    """Take a text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def none_or(read: Callable[[Any], Any], value: object) -> Any:
    """Take nothing, or what `read` takes."""
    return None if value is None else read(value)
