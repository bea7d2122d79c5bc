"""Whether what becomes of a ring can be saved."""

from alarmclock.core.certainty.checks.saving import check_saving
from alarmclock.core.certainty.verdict import Check, Grade, Verdict
from alarmclock.core.certainty.verdict_words import headline


def test_that_nothing_can_be_saved_is_a_warning():
    """It rings; at the next start it may ring again."""
    (reason,) = check_saving("The disk is full.")
    assert (reason.check, reason.grade) == (Check.SAVING, Grade.WARNING)
    assert reason.sentence == "The disk is full."
    assert headline(Verdict((reason,))) == "Rings, but nothing is saved"


def test_that_everything_can_be_saved_is_no_news():
    """As nearly always."""
    assert list(check_saving(None)) == []
