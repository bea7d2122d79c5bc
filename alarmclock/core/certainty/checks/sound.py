"""Looks whether a sound can be played."""

from collections.abc import Iterator, Mapping

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.ring_settings import DEFAULT_SOUND, is_own_file


def check_sound(sound: str, problems: Mapping[str, str], *, is_checked: bool) -> Iterator[Reason]:
    """Say what is wrong with a sound, and what would be heard instead."""
    problem = problems.get(sound)
    if problem is not None:
        instead = "a beep" if sound == DEFAULT_SOUND else "the default sound"
        sentence = f"{problem} It would ring with {instead}."
        yield Reason(Check.SOUND, Grade.WARNING, sentence, Mend.CHOOSE_SOUND)
    elif is_checked:
        yield Reason(Check.SOUND, Grade.GOOD, "The chosen sound can be played.")
    elif is_own_file(sound):
        sentence = "Whether the chosen file can be played was not looked at yet."
        yield Reason(Check.SOUND, Grade.GOOD, sentence, is_known=False)
