"""Text in quotes; a quote within it is doubled: "the ""big"" one"."""

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Token

QUOTES = {'"': '"', "“": "”", "„": "“", "‘": "’", "'": "'", "«": "»"}
CLOSING_QUOTES = tuple(QUOTES.values())


def is_quote(token: Token) -> bool:
    """Tell whether text in quotes begins here."""
    return token.text in QUOTES


def quoted(text: str) -> str:
    """Write a text in quotes, so that it is read as it is."""
    return '"' + text.replace('"', '""') + '"'


def read_quoted(reader: Reader) -> str:
    """Take text in quotes, and give it as it stands there. Raises PhraseError if it has no end."""
    opening = reader.next
    mark = QUOTES[opening.text]
    begin = opening.end
    closing = reader.text.find(mark, begin)
    while closing >= 0 and reader.text[closing + 1 : closing + 2] == mark:
        closing = reader.text.find(mark, closing + 2)
    if closing < 0:
        raise PhraseError("This quote is not closed.", opening.start, f"End it with {mark}.")
    reader.take_until(closing + 1)
    return reader.text[begin:closing].replace(mark * 2, mark)
