"""Rise, ring and late limit make sense together, or not."""

from datetime import timedelta

import pytest

from alarmclock.core.certainty.checks.lengths import check_lengths
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.ring_settings import RingSettings
from tests.core.builders import MINUTE
from tests.core.signs import SECOND


def said(*, may_sleep=False, **choices):
    """Give the mends that are offered with their sentences; all of them are warnings."""
    reasons = list(check_lengths(RingSettings(**choices), may_sleep=may_sleep))
    assert all(reason.grade is Grade.WARNING for reason in reasons)
    return {reason.mend: reason.sentence for reason in reasons}


@pytest.mark.parametrize(
    ("choices", "sentences"),
    [
        pytest.param({}, {}, id="usual"),
        pytest.param({"rise": MINUTE, "ring_length": 61 * SECOND}, {}, id="loud for a second"),
        pytest.param(
            {"rise": MINUTE, "ring_length": MINUTE},
            {Mend.SHORTEN_RISE: "A ring of 1 min falls silent before it is loud."},
            id="never loud",
        ),
        pytest.param({"rise": 0 * SECOND, "ring_length": 30 * SECOND}, {}, id="just long enough"),
        pytest.param(
            {"rise": 0 * SECOND, "ring_length": 29 * SECOND},
            {Mend.RING_LONGER: "A ring of 29 s is over very soon."},
            id="short",
        ),
        pytest.param(
            {"late_limit": 5 * MINUTE},
            {
                Mend.ALLOW_LATER: "More than 5 min late it is missed, though it would ring "
                "for 10 min."
            },
            id="late limit below the ring",
        ),
        pytest.param({"late_limit": 10 * MINUTE}, {}, id="late limit as long as the ring"),
        pytest.param({"late_limit": None}, {}, id="always"),
        pytest.param({"late_limit": timedelta(0)}, {}, id="never, but it does not sleep"),
        pytest.param({"late_limit": MINUTE, "ring_length": MINUTE}, {}, id="both short"),
    ],
)
def test_lengths_that_make_no_sense_together_are_told(choices, sentences):
    """Each with what mends it."""
    assert said(**choices) == sentences


def test_never_late_is_a_fault_where_the_computer_sleeps():
    """It would be missed although the computer woke a second after the due."""
    sentences = said(late_limit=timedelta(0), may_sleep=True)
    assert sentences == {
        Mend.ALLOW_LATER: "An alarm that never rings late is missed when the computer wakes too "
        "late."
    }


def test_several_faults_are_told_one_by_one():
    """Each has its own mend."""
    faults = said(rise=30 * SECOND, ring_length=20 * SECOND, late_limit=10 * SECOND)
    assert set(faults) == {Mend.SHORTEN_RISE, Mend.RING_LONGER, Mend.ALLOW_LATER}
