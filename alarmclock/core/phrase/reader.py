"""A cursor over the tokens of a line."""

from collections.abc import Callable, Collection, Mapping, Set
from enum import Enum, auto
from typing import TypeVar

from alarmclock.core.phrase.tokens import Kind, Token, tokens_of, without_last_mark
from alarmclock.core.phrase.words import Sayings, Words
from alarmclock.values import dataclass

SEPARATOR = ","
# Between two parts of the line only at the end of a word: “monday: 7:15”, “monday:7”.
LOOSE_SEPARATORS = frozenset(":;")
POINT = "."
# An abbreviation may be followed at once by one of these: “Mo.-Fr.”, “Mo.,Mi.”.
AFTER_ABBREVIATION = frozenset("-–—,/&+")
LONGEST_SHOWN = 40

Value = TypeVar("Value")


class DayOrder(Enum):
    """Whether 5/6 is the 5th of June or the 6th of May; where that is unknown, it is refused."""

    UNKNOWN = auto()
    DAY_FIRST = auto()
    MONTH_FIRST = auto()


@dataclass(frozen=True, slots=True)
class Known:
    """What a line is read with: words, the order of dates in figures, the bundled sounds."""

    words: Words
    order: DayOrder = DayOrder.UNKNOWN
    sounds: Collection[str] = ()


class Reader:
    """Takes tokens one after the other; each `take` takes nothing where it does not fit."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known
        self.words = known.words
        self.index = 0
        # After the time, words may be those of the label.
        self.may_be_label = False
        # Marks may end a word: “tomorrow)”.
        self.may_be_marked = False
        self._tokens = without_last_mark(tokens_of(text))
        self._end = len(self._tokens) - 1
        self._said = frozenset(token.text for token in self._tokens)
        self._furthest = 0

    @property
    def next(self) -> Token:
        """The token under the cursor."""
        return self._tokens[self.index]

    @property
    def last(self) -> Token:
        """The token before the cursor."""
        return self._tokens[self.index - 1]

    @property
    def furthest(self) -> Token:
        """The token up to which the line made sense in some way."""
        return self._tokens[self._furthest]

    @property
    def at_boundary(self) -> bool:
        """True where what was read is not the beginning of a longer word."""
        token = self._tokens[self.index]
        if token.spaced or token.kind is not Kind.MARK:
            return token.spaced
        return self._is_separator() or (self.may_be_marked and self._ends_word())

    @property
    def is_over(self) -> bool:
        """True when nothing is left."""
        return self.next.kind is Kind.END

    def ahead(self, count: int) -> Token:
        """Give a token further on, without taking anything; at most the end of the line."""
        return self._tokens[min(self.index + count, self._end)]

    def says_any(self, words: frozenset[str]) -> bool:
        """Tell quickly whether the line has one of these words anywhere."""
        return not words.isdisjoint(self._said)

    def span_since(self, begin: int) -> tuple[int, int]:
        """Give where that stands which was taken since the cursor stood at a token."""
        return self._tokens[begin].start, self._tokens[self.index - 1].end

    def start_of(self, index: int) -> int:
        """Give the place of a token in the line."""
        return self._tokens[index].start

    def word_at(self, token: Token) -> str:
        """Give what people see as the word that begins at a token."""
        if token.start == token.end:
            return ""
        word = self.text[token.start :].split(maxsplit=1)[0]
        return word if len(word) <= LONGEST_SHOWN else f"{word[:LONGEST_SHOWN]}…"

    def take(self) -> Token:
        """Take whatever is under the cursor."""
        token = self._tokens[self.index]
        if token.kind is not Kind.END:
            self.index += 1
            self._furthest = max(self._furthest, self.index)
        return token

    def take_until(self, place: int) -> None:
        """Take all tokens that begin before a place of the line."""
        while not self.is_over and self.next.start < place:
            self.take()

    def take_number(self, *lengths: int, adjacent: bool = False) -> str | None:
        """Take a number that has one of these lengths."""
        token = self._tokens[self.index]
        if token.kind is not Kind.NUMBER or (adjacent and token.spaced):
            return None
        if lengths and len(token.text) not in lengths:
            return None
        return self.take().text

    def take_one_of(self, words: Set[str], *, adjacent: bool = False) -> str | None:
        """Take a word or mark if it is one of these."""
        token = self._tokens[self.index]
        if token.text not in words or (adjacent and token.spaced):
            return None
        return self.take().text

    def take_meaning(self, table: Mapping[str, Value]) -> Value | None:
        """Take a word if a table has it, and give what it means there."""
        meaning = table.get(self._tokens[self.index].text)
        if meaning is not None:
            self.take()
        return meaning

    def take_abbreviation(self, table: Mapping[str, Value]) -> Value | None:
        """Take a word as `take_meaning` does, with a point after it: “Fr. 16 Uhr”, “Mo.-Fr. 7”."""
        meaning = self.take_meaning(table)
        after = self.ahead(1)
        ends = after.spaced or after.text in AFTER_ABBREVIATION
        if meaning is not None and self.next.text == POINT and ends:
            self.take_one_of({POINT}, adjacent=True)
        return meaning

    def take_saying(self, sayings: Sayings[Value]) -> Value | None:
        """Take the longest row of words that means something, and give what it means."""
        if self._tokens[self.index].text not in sayings.heads:
            return None
        row = [token.text for token in self._tokens[self.index : self.index + sayings.longest]]
        for count in range(len(row), 0, -1):
            meaning = sayings.meanings.get(" ".join(row[:count]))
            if meaning is not None:
                for _ in range(count):
                    self.take()
                return meaning
        return None

    def take_separator(self) -> bool:
        """Take a comma, or such a mark as in “monday: 7:15”, between two parts of the line."""
        if self._is_separator():
            self.take()
            return True
        return False

    def first(self, *readings: Callable[["Reader"], Value]) -> Value | None:
        """Give what the first of several readings finds, and take nothing if none does."""
        begin = self.index
        for reading in readings:
            if (found := reading(self)) is not None:
                return found
            self.index = begin
        return None

    def _is_separator(self) -> bool:
        token = self._tokens[self.index]
        if token.text == SEPARATOR:
            return True
        if token.text not in LOOSE_SEPARATORS or token.spaced:
            return False
        after = self.ahead(1)
        return after.spaced or (after.kind is Kind.NUMBER and self.last.kind is Kind.WORD)

    def _ends_word(self) -> bool:
        """Tell whether only marks follow until the next blank."""
        ahead = 0
        while self.ahead(ahead).kind is Kind.MARK and not self.ahead(ahead).spaced:
            ahead += 1
        return self.ahead(ahead).spaced
