"""Looks whether there is a device that sound comes out of."""

from collections.abc import Iterator

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.surroundings.outlet import Output


def check_output(output: Output) -> Iterator[Reason]:
    """Say where sound comes out, as far as can be seen."""
    if output.is_missing:
        sentence = "No sound device is there, so it would ring on the screen only."
        yield Reason(Check.OUTPUT, Grade.BAD, sentence, Mend.LOOK_AGAIN)
    else:
        is_known = output.name is not None or output.volume is not None
        yield Reason(Check.OUTPUT, Grade.GOOD, _where(output), is_known=is_known)


def _where(output: Output) -> str:
    name, volume = output.name, output.volume
    if name and output.is_muted:
        return f"Sound goes to {name}."
    if name and volume is not None:
        return f"Sound comes out of {name} at {volume} %."
    if name:
        return f"Sound comes out of {name}; how loud can't be seen here."
    if volume is not None:
        return f"Sound comes out at {volume} %; of which device can't be seen here."
    return "Where sound comes out, and how loud, can't be seen here."
