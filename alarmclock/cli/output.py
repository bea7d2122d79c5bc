"""What a command prints: answers on stdout, everything else on stderr."""

import json
import sys

from alarmclock.desktop.instance.holder import holder_of
from alarmclock.desktop.instance.wire import DONE, NO_ANSWER, WRONG_USE, Fields

HANGS = (
    "Alarm Clock is open{process} and does not answer. End it with “alarmclock end --force”, then "
    "open it again; nothing that was saved is lost."
)


def show(reply: Fields, *, as_json: bool) -> int:
    """Print a reply and give the exit status."""
    status = reply.get("status", WRONG_USE)
    answer, text = reply.get("answer"), reply.get("text", "")
    if as_json and (status == DONE or answer is not None):
        say(json.dumps(answer, indent=2, ensure_ascii=False))
    elif status == DONE and text:
        say(text)
    if status != DONE:
        complain(str(reply.get("error", "")))
    return int(status)


def no_answer(folder: str, sentence: str = "") -> int:
    """Say that the running program does not answer, and how to end it."""
    process = holder_of(folder)
    named = f" (process {process})" if process else ""
    complain(sentence or HANGS.format(process=named))
    return NO_ANSWER


def say(text: str) -> None:
    """Print an answer."""
    sys.stdout.write(f"{text}\n")


def complain(sentence: str) -> None:
    """Print a message."""
    sys.stderr.write(f"{sentence}\n")
