"""Looks whether the clock of the computer is right, which all alarms go by."""

from collections.abc import Iterator

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason

BY_SYNCHRONISED = {
    True: "The clock is set by a time server.",
    False: "The clock looks right, though no time server sets it.",
    None: "The clock looks right.",
}


def check_clock(*, is_doubted: bool, is_synchronised: bool | None) -> Iterator[Reason]:
    """Say whether the clock can be trusted."""
    if is_doubted:
        sentence = "The clock of this computer looks wrong, and alarms go by it."
        yield Reason(Check.CLOCK, Grade.BAD, sentence, Mend.ACCEPT_CLOCK)
    else:
        yield Reason(Check.CLOCK, Grade.GOOD, BY_SYNCHRONISED[is_synchronised])
