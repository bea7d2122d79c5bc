"""The sound that a phrase names: a bundled one by its name, a file by its whole path in quotes."""

import ntpath
import posixpath
from collections.abc import Collection
from functools import cache

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.quotes import is_quote, read_quoted
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind, tokens_of

SOUNDS_NAMED = 12
HINT = "Put the whole path of a sound file in quotes."


def read_sound(reader: Reader) -> str | None:
    """Take a sound, or nothing where the line ends. Raises PhraseError where there is none."""
    token = reader.next
    if is_quote(token):
        name = read_quoted(reader)
        if posixpath.isabs(name) or ntpath.isabs(name):
            return name
        found = next((sound for sound in reader.known.sounds if sound == name), None)
    elif reader.is_over:
        return None
    else:
        name = reader.word_at(token)
        found = _read_bundled(reader)
    if found is None:
        raise PhraseError(f"There is no sound “{name}”.", token.start, _hint(reader.known.sounds))
    return found


def _read_bundled(reader: Reader) -> str | None:
    """Take as many words as name a sound: “dawn” will do where one sound alone begins so."""
    begin = reader.index
    fits = {sound: _words_in_common(reader, sound) for sound in reader.known.sounds}
    most = max(fits.values(), default=0)
    longest = [sound for sound, count in fits.items() if count == most > 0]
    whole = [sound for sound in longest if len(_words(sound)) == most]
    found = whole or longest
    if len(found) > 1:
        several = " and ".join(f"“{sound}”" for sound in found)
        sentence = f"“{reader.word_at(reader.next)}” can be the sounds {several}."
        raise PhraseError(sentence, reader.next.start, "Write the whole name of one.")
    if not found:
        return None
    while most:
        most -= reader.take().kind is not Kind.MARK
    if reader.at_boundary:
        return found[0]
    reader.index = begin
    return None


@cache
def _words(sound: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens_of(sound)[:-1] if token.kind is not Kind.MARK)


def _words_in_common(reader: Reader, sound: str) -> int:
    """Count the words with which both the line and a sound begin; dashes don't count."""
    count, ahead = 0, 0
    for word in _words(sound):
        if count and reader.ahead(ahead).text == "-":
            ahead += 1
        if reader.ahead(ahead).text != word:
            break
        count, ahead = count + 1, ahead + 1
    return count


def _hint(sounds: Collection[str]) -> str:
    named = ", ".join(list(sounds)[:SOUNDS_NAMED])
    return f"Choose one of {named}. {HINT}" if named else HINT
