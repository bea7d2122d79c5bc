"""What a label that is not in quotes may not be: a mistyped day, or what only begins like one.

“7:15 mondya”, “mon-thr 7”, “7:15 every foo” and “gym in 5” were not meant to be called so.
"""

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.label_hints import QUOTE_IT
from alarmclock.core.phrase.mistyping import (
    mistyped,
    mistyped_setting,
    mistyped_short,
    near_weekday,
)
from alarmclock.core.phrase.reader import POINT, Reader
from alarmclock.core.phrase.tokens import Kind, Token
from alarmclock.core.phrase.weekday_sets import DASHES, JOINTS
from alarmclock.core.phrase.words import Words

JOINING = DASHES | JOINTS
UNIT_HINT = "Write “in 20 min” or “at 7”, or put the label in quotes."


def is_bare_number(reader: Reader) -> bool:
    """Tell whether a number stands for itself, as the 5 of “room 5” does."""
    begin, words = reader.index, reader.words
    is_number = reader.take_number() is not None or reader.take_meaning(words.numbers) is not None
    is_bare = is_number and reader.at_boundary
    is_bare = is_bare and reader.next.text not in words.halves.heads
    is_bare = is_bare and reader.next.text not in words.o_clock.heads
    reader.index = begin
    return is_bare


def refuse_mistyped(reader: Reader) -> None:
    """Refuse a word, or one joined to it, that looks like a mistyped day or setting.

    Raises PhraseError.
    """
    words, after = reader.words, reader.ahead(1)
    known = mistyped(reader.next.text, words)
    if known is None:
        known = _mistyped_setting_here(reader)
    if known is not None:
        raise _looks_like(reader, reader.next, known)
    if after.spaced or after.text not in JOINING:
        return
    joined = _joined_words(reader)
    for token in joined:
        others = (other.text for other in joined if other is not token)
        known = near_weekday(token.text, words)
        if known is not None and any(_is_weekday(other, words) for other in others):
            raise _looks_like(reader, token, known)
    if after.text in JOINTS and any(_is_weekday(token.text, words) for token in joined):
        word = reader.word_at(reader.next)
        sentence = f"“{word}” in the label can be a time or a day."
        raise PhraseError(sentence, reader.next.start, QUOTE_IT)


def _mistyped_setting_here(reader: Reader) -> str | None:
    """Give the setting that “volme 40” or “vol. 40” looks like."""
    after = reader.ahead(1)
    is_shortened = after.text == POINT and not after.spaced
    number = reader.ahead(2) if is_shortened else after
    if number.kind is not Kind.NUMBER:
        return None
    # Books have volumes, too, but seldom so many.
    short = reader.words.short_settings.get(reader.next.text)
    if short is not None and len(number.text) > 1:
        return short
    return None if is_shortened else mistyped_setting(reader.next.text, reader.words)


def refuse_mistyped_alone(reader: Reader, token: Token) -> None:
    """Refuse a label of one short word that is like a short day: “thr 7”. Raises PhraseError."""
    known = mistyped_short(token.text, reader.words)
    if known is not None:
        raise _looks_like(reader, token, known)


def refuse_beginning(reader: Reader) -> None:
    """Refuse a label that begins as something else does: “in the mourning”. Raises PhraseError."""
    token, after, words = reader.next, reader.ahead(1), reader.words
    is_stop = token.text in words.label_stops or token.text in JOINTS
    is_range = token.text in words.through or token.text in DASHES
    if not (is_range or (is_stop and after.spaced)):
        return
    meant = mistyped(after.text, words) or mistyped_short(after.text, words)
    if meant is not None:
        raise _looks_like(reader, after, meant)
    if not is_stop:
        return
    word = reader.word_at(token)
    if after.kind is Kind.END:
        hint = "Write on, or put the label in quotes."
        raise PhraseError(f"Something is missing after “{word}”.", token.start, hint)
    hint = f"Leave out “{word}”, or put the label in quotes."
    raise PhraseError(f"What follows “{word}” is not understood.", after.start, hint)


def refuse_counted(reader: Reader) -> None:
    """Refuse “in 5”, “at 5” and “3 weeks” in a label. Raises PhraseError."""
    token, words, begin = reader.next, reader.words, reader.index
    if token.text in words.counting:
        reader.take()
        number = reader.next
        is_counted = is_bare_number(reader)
        reader.index = begin
        if is_counted:
            raise _unclear_number(reader, token, number)
    elif reader.ahead(1).text in words.day_units | words.week_units and is_bare_number(reader):
        sentence = f"“{reader.word_at(token)}” in the label can be a time or a day."
        raise PhraseError(sentence, token.start, "Put the label in quotes: 7:15 “train 8:02”.")


def refuse_end(reader: Reader, last: Token) -> None:
    """Refuse a label before the time that goes with it: “gym in 5”. Raises PhraseError.

    With minutes, “check in 7:15” says a time.
    """
    words = reader.words
    if last.text not in words.label_stops:
        return
    is_bare = is_bare_number(reader)
    may_be_said = last.text in words.before_length or last.text in words.before_day
    if is_bare or not may_be_said:
        raise _unclear_number(reader, last, reader.next)


def _unclear_number(reader: Reader, before: Token, number: Token) -> PhraseError:
    sentence = f"“{reader.word_at(number)}” after “{reader.word_at(before)}” is not understood."
    return PhraseError(sentence, number.start, UNIT_HINT)


def _joined_words(reader: Reader) -> list[Token]:
    """List the words that are joined by marks with no blank between: “mon-thr”, “mon,wed,fry”."""
    ahead, joined = 1, [reader.next]
    while reader.ahead(ahead).text in JOINING and not reader.ahead(ahead).spaced:
        word = reader.ahead(ahead + 1)
        if word.spaced or word.kind is not Kind.WORD:
            break
        joined.append(word)
        ahead += 2
    return joined


def _is_weekday(word: str, words: Words) -> bool:
    return word in words.weekdays and word not in words.ordinary


def _looks_like(reader: Reader, token: Token, known: str) -> PhraseError:
    word = reader.text[token.start : token.end]
    hint = f"Write “{known}”, or put the label in quotes."
    return PhraseError(f"“{word}” looks like “{known}”.", token.start, hint)
