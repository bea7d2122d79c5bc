"""Looks whether it is loud enough: the computer, the alarm, and both together."""

from collections.abc import Iterator

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.surroundings.outlet import LOW_VOLUME, Output

# All in percent. What is heard is the volume of the alarm, of the volume of the computer.
LOW_ALARM = 10
HARDLY_HEARD = 10


def volume_of_ring(output: Output, raise_to: int | None) -> int | None:
    """Give the volume that the computer will have while it rings, None where that is unknown."""
    if raise_to is None or output.is_muted is None:
        return output.volume
    return max(output.volume or 0, raise_to)


def check_computer_volume(output: Output, raise_to: int | None) -> Iterator[Reason]:
    """Look whether the computer is muted or turned down; ``raise_to`` is the setting."""
    if output.is_missing:
        return
    volume = volume_of_ring(output, raise_to)
    if output.is_muted and raise_to is None:
        sentence = "The computer is muted, so nothing would be heard."
        yield Reason(Check.VOLUME, Grade.BAD, sentence, Mend.UNMUTE)
    elif volume == 0:
        sentence = "The computer is turned down to 0 %, so nothing would be heard."
        yield Reason(Check.VOLUME, Grade.BAD, sentence, Mend.TURN_UP)
    elif volume is not None and volume < LOW_VOLUME:
        sentence = f"The computer rings at {volume} % only, which is easily missed."
        yield Reason(Check.VOLUME, Grade.WARNING, sentence, Mend.TURN_UP)
    elif volume is not None and output.is_muted:
        sentence = f"The computer is muted. It is unmuted for the ring, at {volume} %."
        yield Reason(Check.VOLUME, Grade.GOOD, sentence)
    elif volume is not None and volume != output.volume:
        sentence = f"The computer is turned up to {volume} % for the ring."
        yield Reason(Check.VOLUME, Grade.GOOD, sentence)


def check_alarm_volume(
    ring: RingSettings, output: Output, raise_to: int | None
) -> Iterator[Reason]:
    """Look whether the alarm is turned down, by itself or on top of the computer."""
    volume = volume_of_ring(output, raise_to)
    if ring.volume < LOW_ALARM:
        yield _quiet(f"An alarm set to {ring.volume} % is hardly heard.")
    elif volume is not None and volume >= LOW_VOLUME and _is_too_quiet(ring.volume, volume):
        yield _quiet(
            f"An alarm set to {ring.volume} % is hardly heard while the computer is at {volume} %."
        )


def _is_too_quiet(first: int, second: int) -> bool:
    return first * second < HARDLY_HEARD * 100


def _quiet(sentence: str) -> Reason:
    return Reason(Check.VOLUME, Grade.WARNING, sentence, Mend.TURN_ALARM_UP)
