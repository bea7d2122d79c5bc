"""Reads the phrase of a request: one text, or the words that a shell has made of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.service.arguments import Arguments, needed_words, text_of
from alarmclock.core.service.parts import Parts

if TYPE_CHECKING:
    from alarmclock.core.phrase import Reading

# Nobody gives more labels than that; each is tried.
MOST_TRIED = 8

Read = Callable[[str], "Reading"]


def read_phrase(
    parts: Parts,
    arguments: Arguments,
    name: str,
    now: datetime,
    zone: tzinfo,
    base: RingSettings | None,
) -> "Reading":
    """Understand the phrase of an argument. Raises PhraseError and WrongUse.

    A shell takes the quotes from 'train 8:02'. Where the line is refused without them, that word is
    the label, if there is only one way to see it so.
    """
    words, locale = needed_words(arguments, name), text_of(arguments, "locale")

    def read(text: str) -> "Reading":
        return parts.read(text, now, zone, base, locale)

    try:
        return read(" ".join(words))
    except PhraseError:
        found = list(_labelled(words, read))
        if len(found) != 1:
            raise
        return found[0]


def _labelled(words: Sequence[str], read: Read) -> Iterator["Reading"]:
    """Give what is understood with one of the words in quotes, as its label."""
    from alarmclock.core.phrase.quotes import quoted

    places = [place for place, word in enumerate(words) if len(word.split()) > 1]
    for place in places[:MOST_TRIED] if len(words) > 1 else ():
        label = " ".join(words[place].split())
        try:
            found = read(" ".join([*words[:place], quoted(label), *words[place + 1 :]]))
        except PhraseError:
            continue
        if found.item.label == label:
            yield found
