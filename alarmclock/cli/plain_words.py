"""Understands a command line of words alone: to load and build a parser would take half the time.

Whatever is more than that is left to the parser, with its help and its complaints.
"""

from collections.abc import Sequence

# The argument of each of these is all its words.
ARGUMENTS = {"add": "phrase", "next": "what", "list": None}


class PlainOptions:
    """The options that every command has, as the parser gives them."""

    def __init__(self) -> None:
        self.data_dir: str | None = None
        self.json = False


def plain(name: str, words: Sequence[str]) -> tuple[PlainOptions, dict[str, object]] | None:
    """Give options and arguments of a command, None where a parser has to look at it."""
    if name not in ARGUMENTS:
        return None
    options, said, rest = PlainOptions(), [], iter(words)
    for word in rest:
        if word == "--json":
            options.json = True
        elif word == "--data-dir":
            options.data_dir = next(rest, None)
            if options.data_dir is None:
                return None
        elif word.startswith("-"):
            return None
        else:
            said.append(word)
    argument = ARGUMENTS[name]
    if (said and argument is None) or (not said and name == "add"):
        return None
    return options, {argument: phrase_of(said)} if argument and said else {}


def phrase_of(words: list[str]) -> str | list[str]:
    """Give the words of a phrase: as one line, unless a shell took quotes from one of them."""
    line = " ".join(words)
    is_quoted = len(words) > 1 and any(" " in word for word in words)
    return words if is_quoted else line
