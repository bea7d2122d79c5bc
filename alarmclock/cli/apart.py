"""Tells apart words of a command line that argparse can't: a label, a length and a date."""

from argparse import Namespace
from collections.abc import Sequence

MINUTES_DIGITS = 3
# Nothing else may follow the label, so that it is understood without quotes.
TAKES_ONLY_AN_ID = frozenset(
    {"show", "remove", "on", "off", "resume", "stop", "check", "done", "ring", "pause"}
)
QUOTES_HINT = "A label of several words needs quotes: 'my label'. "
UNKNOWN = "unrecognized arguments: "
NO_COUNT = "argument N:"


def may_be_label(name: str, left: Sequence[str]) -> bool:
    """Tell whether words that are left over belong to the label before them."""
    return name in TAKES_ONLY_AN_ID and not any(word.startswith("-") for word in left)


def quotes_hint(complaint: str) -> str:
    """Hint at quotes where a complaint is about a word that may belong to a label."""
    unknown = complaint.removeprefix(UNKNOWN)
    is_word = unknown != complaint and not unknown.startswith("-")
    return QUOTES_HINT if is_word or complaint.startswith(NO_COUNT) else ""


def tell_apart(name: str, options: Namespace) -> None:
    """Give each word of a command its place."""
    if name == "snooze":
        _read_snooze(options)
    elif name == "pause":
        _read_until(options)


def _read_snooze(options: Namespace) -> None:
    """Tell ring and minutes apart: a small number alone is minutes."""
    named: list[str] = options.named
    del options.named
    # A number of more figures is the beginning of an id.
    is_length = bool(named) and named[-1].isdecimal() and len(named[-1]) <= MINUTES_DIGITS
    options.minutes = int(named.pop()) if is_length else None
    options.id = " ".join(named) or None


def _read_until(options: Namespace) -> None:
    """Tell date and name apart: what follows a date in figures is a name, as before it."""
    until: list[str] | None = options.until
    if until is None:
        return
    from alarmclock.core.service.arguments import date_of

    if date_of(until[0]) is not None:
        options.id = " ".join(filter(None, [options.id, *until[1:]])) or None
        until = until[:1]
    options.until = " ".join(until)
