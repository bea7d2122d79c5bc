"""What a command prints: answers on stdout, everything else on stderr."""

import json
import sys

from alarmclock.core.service.statuses import DONE, NO_ANSWER, WRONG_USE
from alarmclock.desktop.instance.holder import holder_of

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


def say(text: str) -> None:
    """Print an answer."""
    _write(sys.stdout, text)


def complain(sentence: str) -> None:
    """Print a message."""
    _write(sys.stderr, sentence)


def _write(stream: object, text: str) -> None:
    assert hasattr(stream, "write")
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def _takes_all_letters() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
