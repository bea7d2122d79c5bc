"""The form of a line of the log, which is made so that it can be shown to others.

It holds no more than the activity does: what stands in quotation marks, as labels and the names of
files do in all our sentences, is left out, and so is the name of the home folder. A traceback names
modules, lines and functions, never a value.
"""

import logging
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

LEFT_OUT = "…"
# An apostrophe within a word is no quotation mark.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|‘[^’]*’")
LONGEST_MESSAGE = 2000
DEEPEST_TRACE = 40


class LogLines(logging.Formatter):
    """Writes records as such lines."""

    def __init__(self) -> None:
        super().__init__()
        self._home = str(Path.home())

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; what other handlers make of it is left alone."""
        when = self.formatTime(record)
        head = f"{when} {record.levelname} {record.name}: {self._plain(record.getMessage())}"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([head, *(self._told(error) if error is not None else ())])

    def _told(self, error: BaseException) -> Iterator[str]:
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if cause is not None:
            yield from self._told(cause)
            yield "  and then:"
        for place in _places(error.__traceback__):
            yield f"  {place}"
        yield f"  {type(error).__name__}: {self._plain(str(error))}"

    def _plain(self, text: str) -> str:
        shown = QUOTED.sub(lambda found: f"{found[0][0]}{LEFT_OUT}{found[0][-1]}", text)
        return shown.replace(self._home, "~")[:LONGEST_MESSAGE]


def _places(trace: TracebackType | None) -> list[str]:
    frames = [
        f"{frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
    return frames[-DEEPEST_TRACE:]
