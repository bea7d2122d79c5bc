"""Finds words that are a day or “every” but for one letter: “tomorow”, “mondya”, “evry”."""

from collections.abc import Mapping
from functools import cache

from alarmclock.core.phrase.words import Words

# Shorter words of days are too easily like another word.
SHORTEST = 5


def mistyped(word: str, words: Words) -> str | None:
    """Give the word that may have been meant, None where it is like none."""
    if word in words.day_beginnings or word in words.parts.heads:
        return None
    known = _known_by_shape(words)
    for shape in (word, *_shortened(word)):
        for meant in known.get(shape, ()):
            if _is_one_letter_off(word, meant):
                return meant
    return None


@cache
def _known_by_shape(words: Words) -> Mapping[str, list[str]]:
    """Give the words that are known by each way to leave out one letter of them, or none.

    Two words that differ by one letter, or by two that are swapped, have such a shape in common.
    """
    known: dict[str, list[str]] = {}
    for word in sorted(words.day_beginnings):
        if len(word) >= SHORTEST:
            for shape in {word, *_shortened(word)}:
                known.setdefault(shape, []).append(word)
    return known


def _shortened(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _is_one_letter_off(word: str, known: str) -> bool:
    """Tell whether one letter was left out, added, changed or swapped with its neighbour."""
    if word == known:
        return False
    pairs = zip(word, known, strict=False)
    shorter = min(len(word), len(known))
    same = next((place for place, (mine, other) in enumerate(pairs) if mine != other), shorter)
    mine, theirs = word[same:], known[same:]
    if mine[1:] in (theirs[1:], theirs) or mine == theirs[1:]:
        return True
    return mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
