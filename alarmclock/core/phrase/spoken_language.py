"""In which language a line was typed, so that it is answered in the same."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from alarmclock.core.phrase.languages import ENGLISH, LANGUAGES
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.tokens import Kind, Token, tokens_of
from alarmclock.core.phrase.words import Sayings, Words
from alarmclock.core.phrase.writing import Language
from alarmclock.values import fields


def spoken_language(reading: Reading) -> Language:
    """Give the language most words of a line belong to, and no other; English where there is none.

    Those of the label don't count: anything may be a label.
    """
    own = own_words()
    in_label = Counter(_words_of(tokens_of(reading.item.label)))
    in_line = Counter(_words_of(tokens_of(reading.text)))
    counts = {
        language: sum(count for word, count in (in_line - in_label).items() if word in words)
        for language, words in own.items()
    }
    return max(LANGUAGES, key=lambda language: (counts[language], language is ENGLISH))


@cache
def own_words() -> Mapping[Language, frozenset[str]]:
    """Give the words of each language that no other one has."""
    words = {language: _vocabulary(language.words) for language in LANGUAGES}
    return {
        language: own.difference(*(words[other] for other in LANGUAGES if other is not language))
        for language, own in words.items()
    }


def _vocabulary(words: Words) -> frozenset[str]:
    tables = (getattr(words, one.name) for one in fields(Words) if one.init)
    sayings = (table.meanings if isinstance(table, Sayings) else table for table in tables)
    parts = {part for several in sayings for saying in several for part in saying.split()}
    whole = {part for part in parts if part.isalpha()}
    return frozenset(whole.union(*(_words_of(tokens_of(part)) for part in parts - whole)))


def _words_of(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens if token.kind is Kind.WORD]
