"""Loud enough: the computer, the alarm, and both together."""

from dataclasses import replace

import pytest

from alarmclock.core.certainty.checks.volume import (
    check_alarm_volume,
    check_computer_volume,
    volume_of_ring,
)
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, Output
from tests.core.signs import MUTED, SPEAKERS


def at(volume, **more):
    """Give the speakers at a volume."""
    return replace(SPEAKERS, volume=volume, **more)


@pytest.mark.parametrize(
    ("output", "raise_to", "grade", "mend", "words"),
    [
        pytest.param(MUTED, None, Grade.BAD, Mend.UNMUTE, "is muted, so nothing", id="muted"),
        pytest.param(at(0), None, Grade.BAD, Mend.TURN_UP, "to 0 %, so nothing", id="nought"),
        pytest.param(at(1), None, Grade.WARNING, Mend.TURN_UP, "at 1 % only", id="lowest"),
        pytest.param(at(19), None, Grade.WARNING, Mend.TURN_UP, "at 19 % only", id="low"),
        pytest.param(at(19), 15, Grade.WARNING, Mend.TURN_UP, "at 19 % only", id="raised less"),
        pytest.param(at(5), 19, Grade.WARNING, Mend.TURN_UP, "at 19 % only", id="raised too low"),
        pytest.param(MUTED, 19, Grade.GOOD, None, "unmuted for the ring, at 62 %", id="unmuted"),
        pytest.param(
            at(5, is_muted=True), 60, Grade.GOOD, None, "for the ring, at 60 %", id="both"
        ),
        pytest.param(
            at(5, is_muted=True), 10, Grade.WARNING, Mend.TURN_UP, "at 10 %", id="unmuted too low"
        ),
        pytest.param(at(0), 60, Grade.GOOD, None, "turned up to 60 % for the ring", id="raised"),
    ],
)
def test_the_computer_is_too_quiet_or_made_louder(output, raise_to, grade, mend, words):
    """The setting that raises it for a ring counts."""
    (reason,) = check_computer_volume(output, raise_to)
    assert (reason.grade, reason.mend) == (grade, mend)
    assert words in reason.sentence


@pytest.mark.parametrize(
    ("output", "raise_to"),
    [
        pytest.param(at(35), None, id="just loud enough"),
        pytest.param(at(62), 50, id="louder than the setting"),
        pytest.param(UNKNOWN_OUTPUT, None, id="unknown"),
        pytest.param(UNKNOWN_OUTPUT, 60, id="unknown, with the setting"),
        pytest.param(NO_OUTPUT, None, id="no device"),
    ],
)
def test_nothing_is_said_of_a_volume_that_is_right_or_unknown(output, raise_to):
    """The device itself is told elsewhere."""
    assert list(check_computer_volume(output, raise_to)) == []


@pytest.mark.parametrize(
    ("alarm", "output", "raise_to", "words"),
    [
        pytest.param(9, SPEAKERS, None, "An alarm set to 9 % is hardly heard.", id="alarm low"),
        pytest.param(1, UNKNOWN_OUTPUT, None, "set to 1 %", id="computer unknown"),
        pytest.param(9, NO_OUTPUT, None, "set to 9 %", id="no device"),
        pytest.param(28, at(35), None, "while the computer is at 35 %", id="both together"),
        pytest.param(24, MUTED, 40, None, id="together as it stands, not as raised"),
        pytest.param(16, MUTED, 40, "while the computer is at 62 %", id="raised no further"),
        pytest.param(24, at(5), 40, "while the computer is at 40 %", id="together as raised"),
        pytest.param(29, at(35), None, None, id="just loud enough"),
        pytest.param(10, SPEAKERS, None, "while the computer is at 62 %", id="alarm at its limit"),
        pytest.param(10, at(100), None, None, id="loud computer"),
        pytest.param(10, at(19), None, None, id="the computer is told of already"),
        pytest.param(10, Output("Speakers"), None, None, id="unknown volume"),
    ],
)
def test_an_alarm_is_too_quiet(alarm, output, raise_to, words):
    """By itself, or on top of the computer."""
    reasons = list(check_alarm_volume(RingSettings(volume=alarm), output, raise_to))
    said = [(reason.grade, reason.mend) for reason in reasons]
    assert said == ([(Grade.WARNING, Mend.TURN_ALARM_UP)] if words else [])
    assert (words or "") in "".join(reason.sentence for reason in reasons)


@pytest.mark.parametrize(
    ("output", "raise_to", "volume"),
    [
        pytest.param(SPEAKERS, None, 62, id="as it stands"),
        pytest.param(SPEAKERS, 80, 80, id="raised"),
        pytest.param(SPEAKERS, 40, 62, id="never lowered"),
        pytest.param(Output(volume=30), 80, 30, id="nobody can raise it"),
        pytest.param(UNKNOWN_OUTPUT, 80, None, id="unknown"),
    ],
)
def test_the_volume_during_a_ring_is_known(output, raise_to, volume):
    """As the outlet will do it."""
    assert volume_of_ring(output, raise_to) == volume
