"""The text of GVariant, in which GNOME's settings print: a small reader with limits on everything.

Numbers, truth, text, lists, mappings, tuples and what is wrapped in them; a stranger's text never
makes it recurse or grow without end.
"""

import re

LONGEST = 1024 * 1024
DEEPEST = 16
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a"}
CODES = {"u": 4, "U": 8, "x": 2}
SPACE = re.compile(r"\s*")
TYPE = re.compile(
    r"@[a-z(){}*?]{1,64}\s+|(?:byte|u?int(?:16|32|64)|handle|double|boolean|string|objectpath|signature)\s+"
)
NUMBER = re.compile(r"[+-]?(?:0x[0-9a-fA-F]{1,16}|\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?)")
WORDS: dict[str, bool | None] = {"true": True, "false": False, "nothing": None}
WORD = re.compile(r"[a-z]{1,10}")

Value = bool | int | float | str | None | list["Value"] | dict["Value", "Value"]


class NotGVariant(ValueError):
    """The text is none, or goes beyond the limits."""


def parse(text: str) -> Value:
    """Read a value; a tuple becomes a list. Raises NotGVariant."""
    if len(text) > LONGEST:
        raise NotGVariant("it is too long")
    parser = _Parser(text)
    value = parser.value(0)
    if parser.rest():
        raise NotGVariant(f"there is more at {parser.place}")
    return value


class _Parser:
    """A place in a text, and what stands there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.place = 0

    def rest(self) -> str:
        """Give what has not been read, but for spaces."""
        self._skip()
        return self._text[self.place :]

    def value(self, depth: int) -> Value:
        """Read whatever comes next."""
        if depth > DEEPEST:
            raise NotGVariant("it is nested too deep")
        self._skip()
        while found := TYPE.match(self._text, self.place):
            self.place = found.end()
        match self._next():
            case "[":
                return self._list("]", depth)
            case "(":
                return self._list(")", depth)
            case "{":
                return self._mapping(depth)
            case "<":
                self._take("<")
                value = self.value(depth + 1)
                self._take(">")
                return value
            case "'" | '"':
                return self._string()
            case _:
                return self._word_or_number(depth)

    def _list(self, end: str, depth: int) -> list[Value]:
        found: list[Value] = []
        self.place += 1
        while not self._ends(end):
            found.append(self.value(depth + 1))
            self._separate(end)
        return found

    def _mapping(self, depth: int) -> dict[Value, Value]:
        found: dict[Value, Value] = {}
        self.place += 1
        while not self._ends("}"):
            key = self.value(depth + 1)
            if isinstance(key, list | dict):
                raise NotGVariant("a key is no simple value")
            self._skip()
            self._take(":" if self._next() == ":" else ",")
            found[key] = self.value(depth + 1)
            self._separate("}")
        return found

    def _string(self) -> str:
        quote, parts = self._next(), []
        self.place += 1
        while (letter := self._next()) != quote:
            if not letter:
                raise NotGVariant("a text has no end")
            self.place += 1
            parts.append(self._escaped() if letter == "\\" else letter)
        self.place += 1
        return "".join(parts)

    def _escaped(self) -> str:
        letter = self._next()
        self.place += 1
        if letter in CODES:
            digits = self._text[self.place : self.place + CODES[letter]]
            self.place += len(digits)
            try:
                return chr(int(digits, 16))
            except (ValueError, OverflowError) as error:
                raise NotGVariant(f"“{digits}” is no letter") from error
        return ESCAPES.get(letter, letter)

    def _word_or_number(self, depth: int) -> Value:
        if found := NUMBER.match(self._text, self.place):
            self.place = found.end()
            text = found.group()
            if "x" in text.lower():
                return int(text, 16)
            return float(text) if re.search(r"[.eE]", text) else int(text)
        found = WORD.match(self._text, self.place)
        word = found.group() if found else ""
        self.place += len(word)
        if word == "just":
            return self.value(depth + 1)
        if word in WORDS:
            return WORDS[word]
        raise NotGVariant(f"nothing that is known stands at {self.place}")

    def _ends(self, end: str) -> bool:
        self._skip()
        if self._next() == end:
            self.place += 1
            return True
        return False

    def _separate(self, end: str) -> None:
        self._skip()
        if self._next() != end:
            self._take(",")

    def _take(self, mark: str) -> None:
        self._skip()
        if self._next() != mark:
            raise NotGVariant(f"“{mark}” is missing at {self.place}")
        self.place += 1

    def _next(self) -> str:
        return self._text[self.place : self.place + 1]

    def _skip(self) -> None:
        found = SPACE.match(self._text, self.place)
        assert found is not None
        self.place = found.end()
