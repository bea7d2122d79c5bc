"""What goes over the channel: lines of JSON, each with the version of their form.

A request is ``{"version": 1, "id": 7, "command": "stop", "arguments": {}}``; its reply has the same
id, and ``status`` as a command exits with. A reply holds ``answer`` for programs and ``text`` for
people. While somebody watches, lines with an ``event`` follow.
"""

import json
from collections.abc import Mapping

from alarmclock.core.service.statuses import DONE, NO_ANSWER, NOTHING_MATCHED, WRONG_USE

__all__ = [
    "DONE",
    "LONGEST_REQUEST",
    "NOTHING_MATCHED",
    "NO_ANSWER",
    "VERSION",
    "WRONG_USE",
    "Fields",
    "Garbled",
    "Number",
    "read_line",
    "read_request",
    "request_line",
    "written",
]

VERSION = 1
LONGEST_REQUEST = 64 * 1024

Number = int | str | None
# As mypy reads it; to import it from typing would take long.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Fields = dict[str, Any]
else:
    Fields = dict


class Garbled(Exception):
    """A line that is no request; its text is a sentence that says why."""

    def __init__(self, sentence: str, number: Number = None) -> None:
        super().__init__(sentence)
        self.number = number


def written(fields: Mapping[str, object]) -> bytes:
    """Write a line."""
    return json.dumps({"version": VERSION, **fields}, separators=(",", ":")).encode() + b"\n"


def request_line(number: Number, command: str, arguments: Mapping[str, object]) -> bytes:
    """Write a request."""
    return written({"id": number, "command": command, "arguments": arguments})


def read_request(line: bytes) -> tuple[Number, str, Fields]:
    """Read a request: its id, command and arguments. Raises Garbled."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise Garbled("A request is one line of JSON.") from None
    if not isinstance(fields, dict):
        raise Garbled("A request is a JSON object.")
    number = fields.get("id")
    if not isinstance(number, int | str | None):
        raise Garbled("The id of a request is a number or text.")
    if fields.get("version") != VERSION:
        raise Garbled(f"This Alarm Clock speaks version {VERSION}.", number)
    command, arguments = fields.get("command"), fields.get("arguments", {})
    if not isinstance(command, str) or not isinstance(arguments, dict):
        raise Garbled("A request has a “command”, which is text, and “arguments”, an object.")
    return number, command, arguments


def read_line(line: bytes) -> Fields:
    """Read what the program sent. Raises Garbled."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict) or fields.get("version") != VERSION:
        raise Garbled("The running Alarm Clock speaks another language: is it another version?")
    return fields
