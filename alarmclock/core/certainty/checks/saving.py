"""Looks whether what becomes of a ring can be saved: else it rings again at the next start."""

from collections.abc import Iterator

from alarmclock.core.certainty.verdict import Check, Grade, Reason


def check_saving(unsaved: str | None) -> Iterator[Reason]:
    """Say why nothing can be saved; that everything can is no news."""
    if unsaved is not None:
        yield Reason(Check.SAVING, Grade.WARNING, unsaved)
