"""Looks whether program and computer will be there: open, and awake."""

from collections.abc import Iterator
from datetime import timedelta

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.wakefulness import Habits
from alarmclock.core.words.wording import rough_length

# Where the program can do nothing itself.
FOR_PEOPLE = "Let it never sleep by itself, in its own settings."


def check_open() -> Iterator[Reason]:
    """Say that nothing rings once the window is closed."""
    sentence = "Alarms ring while this window is open; minimised is fine."
    yield Reason(Check.OPEN, Grade.GOOD, sentence)


def may_fall_asleep(habits: Habits, stay_awake: StayAwake, *, can_hold: bool) -> bool:
    """Tell whether the computer is known to fall asleep while it waits for an alarm."""
    return bool(habits.may_sleep) and not (stay_awake is StayAwake.WHILE_ARMED and can_hold)


def check_sleep(habits: Habits, stay_awake: StayAwake, *, can_hold: bool) -> Iterator[Reason]:
    """Say whether the computer would be awake; ``can_hold``, whether it can be kept so."""
    wants_awake = stay_awake is StayAwake.WHILE_ARMED
    if habits.may_sleep is False:
        yield _good("This computer doesn't sleep by itself.")
    elif wants_awake and can_hold:
        yield _good("This computer is kept awake while an alarm is armed.")
    elif wants_awake:
        sentence = f"This computer can't be kept awake from here. {FOR_PEOPLE}"
        yield Reason(Check.SLEEP, Grade.WARNING, sentence, Mend.LOOK_AGAIN)
    elif habits.may_sleep:
        yield _sleeps(habits.sleeps_after, can_hold=can_hold)
    else:
        sentence = "Whether this computer sleeps by itself can't be seen here."
        yield Reason(Check.SLEEP, Grade.GOOD, sentence, is_known=False)


def _sleeps(after: timedelta | None, *, can_hold: bool) -> Reason:
    sentence = f"This computer sleeps {_when(after)}, and asleep it can't ring."
    if can_hold:
        return Reason(Check.SLEEP, Grade.WARNING, sentence, Mend.STAY_AWAKE)
    return Reason(Check.SLEEP, Grade.WARNING, f"{sentence} {FOR_PEOPLE}", Mend.LOOK_AGAIN)


def _when(sleeps_after: timedelta | None) -> str:
    if sleeps_after is None:
        return "when nobody uses it"
    return f"after {rough_length(sleeps_after)} without use"


def _good(sentence: str) -> Reason:
    return Reason(Check.SLEEP, Grade.GOOD, sentence)
