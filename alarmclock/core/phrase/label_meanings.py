"""What a label that is not in quotes may not hold: a rule, a zone or a week that came too late.

“mon 9 weekly”, “7:15 eastern time”, “7:15 sydny time” and “week 50 mon 8” say something else.
"""

import re

from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.weekday_sets import JOINTS
from alarmclock.core.phrase.zones import near_place

RULE_HINT = "Write “mondays 9” or “first monday of the month 9”, or put the label in quotes."
# As calendars head their columns, in English and in German.
LETTERS_OF_DAYS = frozenset(
    ["m", "t", "w", "f", "mo", "tu", "we", "th", "fr", "sa", "su", "di", "mi", "do", "so"]
)
DAYS_IN_ONE_WORD = re.compile(
    "mwf|tth|tuth|mtwtf|(?:mon|tue|wed|thu|fri|sat|sun){2,}|(?:mo|di|mi|do|fr|sa|so){3,}"
)
DATE_HINT = "Name the date, as in “7 dec 8:00”, or put the label in quotes."


def refuse_other_meaning(reader: Reader, draft: Draft) -> None:
    """Refuse a word of a label with which a rule, a zone or a week begins. Raises PhraseError."""
    _refuse_rule(reader, draft)
    _refuse_week(reader)
    _refuse_day_in_words(reader)
    _refuse_letters_of_days(reader)
    if (
        reader.says_any(reader.words.after_place)
        or reader.next.text in reader.words.vague_zones.heads
    ):
        _refuse_vague_zone(reader)
        _refuse_mistyped_place(reader)


def time_of_several_places(said: str, start: int) -> PhraseError:
    """Give the error of “EST” and “eastern time”."""
    hint = "Write it as “in Europe/Lisbon”, or put the label in quotes."
    return PhraseError(f"“{said}” can be the time of several places.", start, hint)


def _refuse_rule(reader: Reader, draft: Draft) -> None:
    """Refuse “penultimate day of the month”, and what comes too late, as in “mon 9 weekly”.

    A timer has no rule, and of some, as of “end of the month”, more is known already.
    """
    begin, start, words = reader.index, reader.next.start, reader.words
    if reader.next.text not in words.rule_beginnings:
        return
    if draft.length is not None or draft.unless_day is not None:
        return
    is_rule = any(reader.take_saying(rule) is not None for rule in words.rules)
    said = reader.text[start : reader.last.end]
    reader.index = begin
    if is_rule:
        raise PhraseError(f"“{said}” in the label can be a rule.", start, RULE_HINT)


def _refuse_week(reader: Reader) -> None:
    token, number = reader.next, reader.ahead(1)
    if token.text in reader.words.week_names and number.kind is Kind.NUMBER:
        said = reader.text[token.start : number.end]
        raise PhraseError(f"“{said}” can be a week of the year.", token.start, DATE_HINT)


def _refuse_day_in_words(reader: Reader) -> None:
    """Refuse “first of december”, “december the first” and “ersten Dezember”."""
    words, token = reader.words, reader.next
    if token.text in words.nths:
        other = reader.ahead(2) if reader.ahead(1).text in words.of else reader.ahead(1)
        is_date = other.text in words.months
    elif token.text in words.months:
        other = reader.ahead(2) if reader.ahead(1).text in words.articles else reader.ahead(1)
        is_date = other.text in words.nths
    else:
        return
    if is_date:
        said = reader.text[token.start : other.end]
        hint = "Write its day as a number, as in “7 dec 8:00”, or put the label in quotes."
        raise PhraseError(f"“{said}” can be a date.", token.start, hint)


def _refuse_letters_of_days(reader: Reader) -> None:
    """Refuse “MWF”, “MonWedFri” and “tu,th”."""
    token = last = reader.next
    if token.text in LETTERS_OF_DAYS:
        mark, last = reader.ahead(1), reader.ahead(2)
        is_close = not (mark.spaced or last.spaced)
        are_days = is_close and mark.text in JOINTS and last.text in LETTERS_OF_DAYS
    else:
        are_days = DAYS_IN_ONE_WORD.fullmatch(token.text) is not None
    if are_days:
        said = reader.text[token.start : last.end]
        hint = "Write “mon,wed,fri”, or put the label in quotes."
        raise PhraseError(f"“{said}” can be days of the week.", token.start, hint)


def _refuse_vague_zone(reader: Reader) -> None:
    begin, start = reader.index, reader.next.start
    is_vague = reader.take_saying(reader.words.vague_zones) is not None
    said = reader.text[start : reader.last.end]
    reader.index = begin
    if is_vague:
        raise time_of_several_places(said, start)


def _refuse_mistyped_place(reader: Reader) -> None:
    token = reader.next
    if reader.ahead(1).text not in reader.words.after_place:
        return
    near = near_place(token.text)
    if near is not None:
        said = reader.text[token.start : token.end]
        hint = f"Write “{near}”, or put the label in quotes."
        raise PhraseError(f"“{said}” looks like “{near}”.", token.start, hint)
