"""What a request is answered with, and how it is refused."""

from alarmclock.core.errors import AlarmClockError
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """``answer`` is for programs, in what JSON knows; ``text`` says the same to people.

    ``note`` is a sentence beside the answer, empty for none.
    """

    answer: object
    text: str = ""
    note: str = ""


class NothingMatched(AlarmClockError):
    """What was asked for is not there; nothing was changed. ``answer`` is what programs get."""

    def __init__(self, sentence: str, answer: object = None) -> None:
        super().__init__(sentence)
        self.answer = answer


class WrongUse(AlarmClockError):
    """A request that can't be understood as it is.

    ``argument`` is the name of the one that is wrong, where the sentence begins with it in quotes:
    who asked in other words says it in theirs.
    """

    def __init__(self, sentence: str, argument: str = "") -> None:
        super().__init__(sentence)
        self.argument = argument
