"""A line as a row of numbers, words and marks, and a cursor over it."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeVar

from alarmclock.core.phrase.words import Words

_TOKEN = re.compile(r"([0-9]+)|([^\W\d_]+)|(\S)")
SEPARATOR = ","

Value = TypeVar("Value")


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
        spaced = found.start() > end or not tokens
        kind = _KINDS[(found.lastindex or 1) - 1]
        tokens.append(Token(kind, found[0].casefold(), *found.span(), spaced))
        end = found.end()
    tokens.append(Token(Kind.END, "", len(text), len(text), spaced=True))
    return tokens


class Reader:
    """Takes tokens one after the other; each `take` takes nothing where it does not fit."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.index = 0
        self._tokens = tokens_of(text)
        self._furthest = 0

    @property
    def next(self) -> Token:
        """The token under the cursor."""
        return self._tokens[self.index]

    def span_since(self, begin: int) -> tuple[int, int]:
        """Give where that stands which was taken since the cursor stood at a token."""
        return self._tokens[begin].start, self._tokens[self.index - 1].end

    @property
    def furthest(self) -> Token:
        """The token up to which the line made sense in some way."""
        return self._tokens[self._furthest]

    @property
    def at_boundary(self) -> bool:
        """True where what was read is not the beginning of a longer word."""
        return self.next.spaced or self.next.text == SEPARATOR

    @property
    def is_over(self) -> bool:
        """True when nothing is left."""
        return self.next.kind is Kind.END

    def word_at(self, token: Token) -> str:
        """Give what people see as the word that begins at a token."""
        return self.text[token.start :].split(maxsplit=1)[0] if token.start < token.end else ""

    def take(self) -> Token:
        """Take whatever is under the cursor."""
        token = self.next
        if token.kind is not Kind.END:
            self.index += 1
            self._furthest = max(self._furthest, self.index)
        return token

    def take_number(self, *lengths: int, adjacent: bool = False) -> str | None:
        """Take a number that has one of these lengths."""
        if self.next.kind is not Kind.NUMBER or (adjacent and self.next.spaced):
            return None
        if lengths and len(self.next.text) not in lengths:
            return None
        return self.take().text

    def take_one_of(self, words: Set[str], *, adjacent: bool = False) -> str | None:
        """Take a word or mark if it is one of these."""
        if self.next.text not in words or (adjacent and self.next.spaced):
            return None
        return self.take().text

    def take_meaning(self, table: Mapping[str, Value]) -> Value | None:
        """Take a word if a table has it, and give what it means there."""
        meaning = table.get(self.next.text)
        if meaning is not None:
            self.take()
        return meaning

    def take_separator(self) -> None:
        """Take a comma between two parts of the line."""
        self.take_one_of({SEPARATOR})
