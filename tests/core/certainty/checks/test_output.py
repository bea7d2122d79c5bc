"""Where sound comes out, in a sentence."""

import pytest

from alarmclock.core.certainty.checks.output import check_output
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, Output
from tests.core.signs import MUTED, SPEAKERS


def test_without_a_device_nothing_is_heard():
    """It can be looked for again, when one was plugged in."""
    (reason,) = check_output(NO_OUTPUT)
    assert (reason.grade, reason.mend) == (Grade.BAD, Mend.LOOK_AGAIN)
    assert reason.sentence == "No sound device is there, so it would ring on the screen only."


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        pytest.param(SPEAKERS, "Sound comes out of Speakers at 62 %.", id="all known"),
        pytest.param(MUTED, "Sound goes to Speakers.", id="muted"),
        pytest.param(
            Output("Speakers"),
            "Sound comes out of Speakers; how loud can't be seen here.",
            id="volume unknown",
        ),
        pytest.param(
            Output(volume=50),
            "Sound comes out at 50 %; of which device can't be seen here.",
            id="name unknown",
        ),
        pytest.param(
            UNKNOWN_OUTPUT,
            "Where sound comes out, and how loud, can't be seen here.",
            id="nothing known",
        ),
    ],
)
def test_a_device_is_told_as_far_as_it_is_known(output, sentence):
    """What can't be seen is no fault."""
    (reason,) = check_output(output)
    assert (reason.grade, reason.sentence, reason.mend) == (Grade.GOOD, sentence, None)
