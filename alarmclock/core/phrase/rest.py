"""What stands after the time or the length: a day, what else is said, and the label.

The words that mean nothing are the label, and there is one: whatever could be read as part of it
or as something else is refused. In quotes, or between commas, there is no such doubt.
"""

import re
from collections.abc import Set

from alarmclock.core.alarm import check_label
from alarmclock.core.errors import Invalid
from alarmclock.core.phrase.clauses import read_clause
from alarmclock.core.phrase.day_reading import read_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.label_guard import (
    refuse_beginning,
    refuse_counted,
    refuse_mistyped,
    refuse_mistyped_alone,
)
from alarmclock.core.phrase.label_hints import QUOTE_IT
from alarmclock.core.phrase.label_meanings import refuse_other_meaning
from alarmclock.core.phrase.label_words import (
    refuse_first,
    refuse_meaningful,
    refuse_other_hour,
)
from alarmclock.core.phrase.quotes import is_quote, read_quoted
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.tokens import Kind, Token
from alarmclock.core.phrase.unclear import (
    refuse_meaningless,
    refuse_off_alone,
    refuse_silent,
    unclear_after,
)

# Marks that people put between the time and the label.
MARKS_BEFORE = re.compile(r"^(?:[:;@–—-]\s+)+")
ONE_PLACE = "Write the time first and then the whole label, or put the label in quotes."


def read_rest(reader: Reader, draft: Draft) -> None:
    """Take all that is left into a draft. Raises PhraseError."""
    rest = _Rest(reader, draft)
    reader.may_be_label = True
    while True:
        after_comma = reader.take_separator()
        if reader.is_over:
            break
        rest.read_part(after_comma=after_comma)
    draft.label = rest.label()


class _Rest:
    """Remembers of the rest what may belong to the label."""

    def __init__(self, reader: Reader, draft: Draft) -> None:
        self._reader = reader
        self._draft = draft
        self._quoted: str | None = None
        self._quote_end = 0
        self._span: tuple[int, int] | None = None
        # The label was begun without quotes, and nothing else was read since.
        self._is_open = False
        # The token with which it begins, and the one after it.
        self._first = self._label_end = 0
        # The only word of such a label.
        self._alone: Token | None = None
        self._after_label: Token | None = None
        # A word that was understood, but may as well be the first of the label.
        self._doubt: PhraseError | None = None

    def read_part(self, *, after_comma: bool) -> None:
        """Take one part."""
        token = self._reader.next
        if after_comma:
            self._doubt = None
        if is_quote(token) and not self._is_open:
            self._read_quoted(token)
        elif self._read_clause(token, after_comma=after_comma) or self._read_day(token):
            self._is_open = False
            if self._span is not None:
                self._after_label = self._after_label or token
        else:
            self._read_label_word(token, after_comma=after_comma)

    def label(self) -> str:
        """Give the label. Raises PhraseError for one that no row could show."""
        if self._draft.leading is not None:
            label, start = self._draft.leading, self._draft.leading_at
        elif self._quoted is not None:
            label, start = self._quoted, self._quote_start
        elif self._span is not None:
            begin, end = self._span
            if self._alone is not None:
                refuse_mistyped_alone(self._reader, self._alone)
            self._reader.index = self._first
            refuse_off_alone(self._reader, self._label_end)
            self._draft.unless_day = unclear_after(self._reader, end) or self._draft.unless_day
            refuse_meaningless(self._reader, self._label_end)
            label = " ".join(self._reader.text[begin:end].split())
            label, start = MARKS_BEFORE.sub("", label), begin
            refuse_other_hour(self._reader, self._draft, begin, end)
        else:
            return ""
        try:
            check_label(label)
        except Invalid as error:
            raise PhraseError(str(error), start, "Choose another label.") from error
        return label

    def _read_quoted(self, token: Token) -> None:
        if self._draft.leading is not None or self._quoted is not None or self._span is not None:
            raise PhraseError("There is one label only.", token.start, "Leave one of them out.")
        self._quote_start = token.start
        self._quoted = read_quoted(self._reader)
        self._draft.is_quoted = True
        self._quote_end = self._reader.last.end
        self._doubt = None
        if not self._reader.at_boundary:
            raise self._goes_on()

    def _goes_on(self) -> PhraseError:
        sentence = "The line goes on after the label."
        return PhraseError(sentence, self._quote_end, "Put the whole label in quotes.")

    def _read_clause(self, token: Token, *, after_comma: bool) -> bool:
        begin, reader = self._reader.index, self._reader
        is_in_label = self._is_open and not after_comma
        if not read_clause(reader, self._draft, after_label=is_in_label):
            return False
        if is_in_label and self._draft.places.get("off") == token.start:
            word = reader.word_at(token)
            hint = f"Write “, {word}”, or put the label in quotes."
            raise PhraseError(f"“{word}” can belong to the label.", token.start, hint)
        word = self._word_since(begin, reader.words.doubtful)
        hint = f"Put the label in quotes, or write “{word}” after it."
        sentence = f"“{word}” can be a setting or belong to the label."
        self._doubt = PhraseError(sentence, token.start, hint) if word else None
        return True

    def _read_day(self, token: Token) -> bool:
        begin, reader, draft = self._reader.index, self._reader, self._draft
        if draft.day is not None or draft.clock is None or self._span is not None:
            return False
        if token.text in reader.words.ordinary and not self._ends_after_word():
            return False
        found = read_day(reader)
        if found is None:
            return False
        draft.take_day(found, token.start)
        word = self._word_since(begin, reader.words.in_labels)
        hint = f"Write “{word}” before the time, or put the label in quotes."
        sentence = f"“{word}” can be a day or belong to the label."
        self._doubt = PhraseError(sentence, token.start, hint) if word else None
        return True

    def _ends_after_word(self) -> bool:
        """Tell whether no word follows that can be a label with this one: “7 Uhr Do”."""
        after = self._reader.ahead(1)
        return after.kind is Kind.END or after.text == SEPARATOR

    def _word_since(self, begin: int, words: Set[str]) -> str:
        """Give the one word that was taken, if it is one of these."""
        reader = self._reader
        is_one = reader.index == begin + 1 and reader.last.text in words
        return reader.text[reader.last.start : reader.last.end] if is_one else ""

    def _read_label_word(self, token: Token, *, after_comma: bool) -> None:
        reader = self._reader
        if self._quoted is not None:
            raise self._goes_on()
        refuse_mistyped(reader)
        refuse_other_meaning(reader, self._draft)
        if self._draft.leading is not None:
            refuse_first(reader, after_length=self._draft.length is not None)
            sentence = f"“{reader.word_at(token)}” after “{self._draft.leading}” is another label."
            raise PhraseError(sentence, token.start, ONE_PLACE)
        if self._doubt is not None:
            raise self._doubt
        if self._after_label is not None:
            word = reader.word_at(self._after_label)
            sentence = f"“{word}” in the label can mean something else."
            raise PhraseError(sentence, self._after_label.start, QUOTE_IT)
        if self._span is None:
            refuse_first(reader, after_length=self._draft.length is not None)
        if self._span is None or after_comma:
            refuse_beginning(reader)
        if after_comma:
            refuse_silent(reader)
        refuse_meaningful(reader, self._draft)
        refuse_counted(reader)
        is_first = self._span is None
        if is_first:
            self._first = reader.index
        reader.take()
        self._alone = token if is_first and reader.at_boundary else None
        while not reader.next.spaced and reader.next.text != SEPARATOR:
            reader.take()
        begin = token.start if self._span is None else self._span[0]
        self._label_end = reader.index
        self._span, self._is_open = (begin, reader.last.end), True
