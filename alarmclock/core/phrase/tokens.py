"""A line as a row of numbers, words and marks."""

import re
import unicodedata
from enum import Enum, auto

from alarmclock.values import dataclass

# A letter may be written as a base letter and its accents.
# The T of “2026-12-24T10:00” only parts date and time.
_BETWEEN = r"[Tt](?=[0-9]{2}:)(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt])"
_TOKEN = re.compile(rf"([0-9]+)|(?!{_BETWEEN})((?:[^\W\d_]|[\u0300-\u036f])+)|{_BETWEEN}|(\S)")


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    WORD = auto()
    MARK = auto()
    END = auto()


_KINDS = (Kind.NUMBER, Kind.WORD, Kind.MARK)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a single other character; ``text`` is casefolded.

    ``spaced`` tells that it is the first, or that white space is before it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool


def tokens_of(text: str) -> list[Token]:
    """Cut a line into tokens; the last one is its end."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        if found.lastindex is None:
            continue
        spaced = found.start() > end or not tokens
        kind = _KINDS[found.lastindex - 1]
        tokens.append(Token(kind, _folded(found[0]), *found.span(), spaced))
        end = found.end()
    tokens.append(Token(Kind.END, "", len(text), len(text), spaced=True))
    return tokens


def without_last_mark(tokens: list[Token]) -> list[Token]:
    """Leave out the mark of a sentence at the end of a line: “tomorrow 7!”, “at 7:15.”.

    After a number alone a point is part of a date: “10:00 24.12.”.
    """
    if len(tokens) < 3:
        return tokens
    number, mark = tokens[-3], tokens[-2]
    is_clock = len(tokens) > 3 and tokens[-4].text == ":"
    ends_sentence = mark.text in ("!", "?") or (mark.text == "." and is_clock)
    if number.kind is Kind.NUMBER and ends_sentence and not mark.spaced:
        return [*tokens[:-2], tokens[-1]]
    return tokens


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).casefold()
