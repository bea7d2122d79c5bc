"""The languages of phrases, and the vocabulary that understands all of them."""

from functools import cache

from alarmclock.core.phrase.english import ENGLISH
from alarmclock.core.phrase.german import GERMAN
from alarmclock.core.phrase.words import Words
from alarmclock.core.phrase.writing import Language

LANGUAGES = (ENGLISH, GERMAN)

__all__ = ["ENGLISH", "GERMAN", "LANGUAGES", "language_of", "vocabulary"]


@cache
def vocabulary(language: Language) -> Words:
    """Give the words of all languages; where two differ, those of this language win."""
    words = language.words
    for other in LANGUAGES:
        if other is not language:
            words = words.joined(other.words)
    return words


def language_of(code: str) -> Language:
    """Give the language of an ISO 639 name such as “de”, English where there is no such one."""
    return next((language for language in LANGUAGES if language.code == code), ENGLISH)
