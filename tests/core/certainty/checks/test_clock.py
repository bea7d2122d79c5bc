"""The clock of the computer."""

import pytest

from alarmclock.core.certainty.checks.clock import check_clock
from alarmclock.core.certainty.verdict import Grade, Mend


@pytest.mark.parametrize("is_synchronised", [True, False, None])
def test_a_doubted_clock_is_bad(is_synchronised):
    """Whoever sets it; a person can say that it is right."""
    (reason,) = check_clock(is_doubted=True, is_synchronised=is_synchronised)
    assert (reason.grade, reason.mend) == (Grade.BAD, Mend.ACCEPT_CLOCK)
    assert "looks wrong" in reason.sentence


@pytest.mark.parametrize(
    ("is_synchronised", "sentence"),
    [
        (True, "The clock is set by a time server."),
        (False, "The clock looks right, though no time server sets it."),
        (None, "The clock looks right."),
    ],
)
def test_a_plausible_clock_is_good(is_synchronised, sentence):
    """To have no time server is a note."""
    (reason,) = check_clock(is_doubted=False, is_synchronised=is_synchronised)
    assert (reason.grade, reason.sentence) == (Grade.GOOD, sentence)
