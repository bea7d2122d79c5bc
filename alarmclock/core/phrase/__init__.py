"""Alarms and timers in one line of words: “weekdays 7:15 gym”, “in 20 min tea”.

Each part is loaded when it is first wanted: a command that writes a rule needs no grammar.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alarmclock.core.phrase.describing import Answer, answer, describe
    from alarmclock.core.phrase.error import PhraseError
    from alarmclock.core.phrase.grammar import parse, read
    from alarmclock.core.phrase.languages import ENGLISH, GERMAN, language_of
    from alarmclock.core.phrase.reader import DayOrder
    from alarmclock.core.phrase.reading import Reading
    from alarmclock.core.phrase.rule_writer import write_rule
    from alarmclock.core.phrase.writer import write
    from alarmclock.core.phrase.writing import Language

__all__ = [
    "ENGLISH",
    "GERMAN",
    "Answer",
    "DayOrder",
    "Language",
    "PhraseError",
    "Reading",
    "answer",
    "describe",
    "language_of",
    "parse",
    "read",
    "write",
    "write_rule",
]
# Where each name is.
PLACES = {
    "Answer": "describing",
    "DayOrder": "reader",
    "ENGLISH": "languages",
    "GERMAN": "languages",
    "Language": "writing",
    "PhraseError": "error",
    "Reading": "reading",
    "answer": "describing",
    "describe": "describing",
    "language_of": "languages",
    "parse": "grammar",
    "read": "grammar",
    "write": "writer",
    "write_rule": "rule_writer",
}


def __getattr__(name: str) -> Any:
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{PLACES[name]}"), name)
