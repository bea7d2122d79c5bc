"""What can go wrong, each with the sentence that people read."""


class AlarmClockError(Exception):
    """Any error of ours; its text is a sentence for people that says what to do."""


class Invalid(AlarmClockError):
    """A value that a person entered can't be used."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotSaved(AlarmClockError):
    """The store could not write; nothing was changed."""


class AlreadyClaimed(AlarmClockError):
    """This occurrence was rung or missed before, perhaps by another process."""


class NoSuchItem(AlarmClockError):
    """The alarm or timer is gone."""
