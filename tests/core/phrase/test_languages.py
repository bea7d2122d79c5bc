"""The vocabularies, and that both languages are understood at once."""

from collections.abc import Mapping, Set
from dataclasses import fields

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN, language_of
from alarmclock.core.phrase.tokens import tokens_of
from alarmclock.core.phrase.words import Sayings, Words
from tests.core.phrase.lines import read

TABLES = [one.name for one in fields(Words) if one.init]


def sayings(table):
    """List what a table of words understands."""
    return list(table.meanings) if isinstance(table, Sayings) else list(table)


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=repr)
@pytest.mark.parametrize("name", TABLES)
def test_the_words_of_a_table_can_be_met_in_a_line(name, language):
    """They are written as the words of a line are cut and folded, ß and accents included."""
    for saying in sayings(getattr(language.words, name)):
        assert " ".join(token.text for token in tokens_of(saying)[:-1]) == saying


@pytest.mark.parametrize("name", TABLES)
def test_no_word_means_another_thing_in_the_other_language(name):
    """So that nobody has to say in which language a line is."""
    english, german = (getattr(language.words, name) for language in (ENGLISH, GERMAN))
    if isinstance(english, Sayings):
        english, german = english.meanings, german.meanings
    if isinstance(english, Mapping):
        assert {word: english[word] for word in english if word in german} == {
            word: german[word] for word in english if word in german
        }
    else:
        assert isinstance(english, Set)


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=repr)
@pytest.mark.parametrize(
    "line", ["weekdays 7:15 gym", "werktags 7:15 gym", "tomorrow um 7", "morgen at 7", "mo,tue 7"]
)
def test_every_language_is_understood_in_every_other(line, language):
    """Also within one line."""
    assert read(line, language=language) is not None


@pytest.mark.parametrize(
    ("language", "label"), [(ENGLISH, "do sport"), (GERMAN, None)], ids=["english", "german"]
)
def test_everyday_words_of_a_language_are_no_days_of_the_other(language, label):
    """“do” is a Thursday in German; in English it is the label that begins so."""
    if label is None:
        assert read('7:15 do "sport"', language=language).rule.day.isoformat() == "2026-11-26"
    else:
        assert read("7:15 do sport", language=language).label == label
    assert read("do 7:15", language=language).rule.day.isoformat() == "2026-11-26"


@pytest.mark.parametrize(
    ("code", "language"), [("de", GERMAN), ("en", ENGLISH), ("fr", ENGLISH), ("", ENGLISH)]
)
def test_a_language_is_found_by_its_code(code, language):
    """Where there is none yet, it is English."""
    assert language_of(code) is language
