"""What is wrong with a phrase, and where."""

from alarmclock.core.errors import AlarmClockError

EXAMPLES = "Try “7:15 gym”, “weekdays 7:15” or “in 20 min tea”."


class PhraseError(AlarmClockError):
    """A line that was not understood.

    Its text is a sentence that says what is wrong; ``position`` is the index of the character
    where that begins; ``hint`` is a sentence that says what to write instead.
    """

    def __init__(self, sentence: str, position: int, hint: str = EXAMPLES) -> None:
        super().__init__(sentence)
        self.position = position
        self.hint = hint


class NoSuchRule(PhraseError):
    """A line that asks for a rule that there is not; no label begins so."""
