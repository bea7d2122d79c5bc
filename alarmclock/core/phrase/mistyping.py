"""Finds words that are a day or “every” but for one letter: “tomorow”, “mondya”, “evry”."""

from collections.abc import Mapping
from functools import cache

from alarmclock.core.phrase.words import RATHER_LONG, Words

SHORTEST = 3


def mistyped(word: str, words: Words) -> str | None:
    """Give the word of days that may have been meant, None where it is like none.

    Shorter words, and everyday ones, are let be.
    """
    if word in words.misspelt:
        return words.misspelt[word]
    if len(word) < RATHER_LONG - 1 or _is_known(word, words):
        return None
    return one_letter_off(word, words.guarded)


def mistyped_setting(word: str, words: Words) -> str | None:
    """Give the word of a setting that may have been meant before a number: “volme 40”."""
    if len(word) < RATHER_LONG or word in words.clauses.heads:
        return None
    return one_letter_off(word, words.settings)


def mistyped_short(word: str, words: Words) -> str | None:
    """Give the short weekday of which a letter was left out or swapped: “thr”, “wde”."""
    if not SHORTEST <= len(word) <= RATHER_LONG or _is_known(word, words):
        return None
    return _short_days_by_slip(words).get(word)


def near_weekday(word: str, words: Words) -> str | None:
    """Give the weekday that is meant if any is: “thr” in “mon-thr”, None for what is one."""
    if word in words.weekdays:
        return None
    near = [name for name in words.weekdays if _is_one_letter_off(word, name)]
    return min(near, key=lambda name: abs(len(name) - len(word)), default=None)


def one_letter_off(word: str, guarded: frozenset[str]) -> str | None:
    """Give the one of some words that another is but for one letter, None where it is like none."""
    known = _known_by_shape(guarded)
    for shape in (word, *_shortened(word)):
        for meant in known.get(shape, ()):
            if _is_one_letter_off(word, meant):
                return meant
    return None


def _is_known(word: str, words: Words) -> bool:
    return word in words.day_beginnings or word in words.parts.heads or word in words.lookalikes


@cache
def _known_by_shape(guarded: frozenset[str]) -> Mapping[str, list[str]]:
    """Give the words that are known by each way to leave out one letter of them, or none.

    Two words that differ by one letter, or by two that are swapped, have such a shape in common.
    """
    known: dict[str, list[str]] = {}
    for word in sorted(guarded):
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


@cache
def _short_days_by_slip(words: Words) -> Mapping[str, str]:
    """Give short weekdays by each way to leave out one letter or swap two neighbours."""
    names = [name for name in words.weekdays if SHORTEST <= len(name) <= RATHER_LONG]
    known: dict[str, str] = {}
    for name in sorted(names, key=len):
        same = (one for one in names if words.weekdays[one] is words.weekdays[name])
        shortest = min(same, key=len)
        for slip in (*_shortened(name), *_swapped(name)):
            known.setdefault(slip, shortest)
    return known


def _swapped(word: str) -> list[str]:
    places = range(len(word) - 1)
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places]
