"""What a command prints: answers on stdout, everything else on stderr."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from alarmclock.core.service.statuses import DONE, NO_ANSWER, WRONG_USE
from alarmclock.desktop.instance.holder import holder_of

# As mypy reads it; to import it from typing takes longer than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

HANGS = (
    "Alarm Clock is open{process} and does not answer. End it with “alarmclock end --force”, then "
    "open it again; nothing that was saved is lost."
)


def show(reply: dict[str, object], *, as_json: bool) -> int:
    """Print a reply and give the exit status."""
    status = reply.get("status", WRONG_USE)
    answer, text, note = (reply.get(name) for name in ("answer", "text", "note"))
    tell_restored(reply, aloud=not as_json)
    if as_json and (status == DONE or answer is not None):
        say(written(answer))
    elif status == DONE and text:
        say(str(text))
    if status != DONE:
        complain(_refusal(reply))
    elif note:
        complain(str(note))
    return status if isinstance(status, int) else WRONG_USE


def tell_restored(reply: dict[str, object], *, aloud: bool) -> None:
    """Say that a backup was brought back first: in the answer, or as a message beside it."""
    restored = reply.get("restored")
    if restored:
        (say if aloud else complain)(str(restored))


def _refusal(reply: dict[str, object]) -> str:
    sentence = str(reply.get("error", ""))
    if "argument" not in reply:
        return sentence
    from alarmclock.cli.names import in_own_words

    return in_own_words(sentence, reply["argument"])


def written(answer: object) -> str:
    """Write an answer as JSON that people can read, too."""
    return json.dumps(answer, indent=2, ensure_ascii=not _takes_all_letters())


def no_answer(folder: str, sentence: str = "") -> int:
    """Say that the running program does not answer, and how to end it."""
    process = holder_of(folder)
    named = f" (process {process})" if process else ""
    complain(sentence or HANGS.format(process=named))
    return NO_ANSWER


class NotWritten(Exception):
    """Nobody can read the answer: the disk that it goes to is full, or has failed."""


def open_streams() -> None:
    """Write to nowhere where a stream is closed, as for what a service starts."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end


def say(text: str) -> None:
    """Print an answer. Raises NotWritten."""
    with _writing():
        sys.stdout.write(_shown(sys.stdout, text))


def say_at_once(text: str) -> None:
    """Print an answer that somebody waits for. Raises NotWritten."""
    say(text)
    finish()


def say_as_it_is(content: bytes) -> None:
    """Print what a file would hold. Raises NotWritten."""
    with _writing():
        sys.stdout.buffer.write(content)


def finish() -> None:
    """Let everything that was said be read. Raises NotWritten."""
    with _writing():
        sys.stdout.flush()


def complain(sentence: str) -> None:
    """Print a message, where that is possible: nobody can be told that it is not."""
    with suppress(OSError):
        sys.stderr.write(_shown(sys.stderr, sentence))
        sys.stderr.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        sentence = f"The answer could not be written: {error.strerror or error}."
        raise NotWritten(sentence) from error


def _shown(stream: "TextIO", text: str) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding) + "\n"


def _takes_all_letters() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
