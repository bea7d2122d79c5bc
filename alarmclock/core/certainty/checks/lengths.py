"""Looks whether the lengths of an alarm make sense together: rise, ring and late limit."""

from collections.abc import Iterator
from datetime import timedelta

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.ring_settings import NEVER_LATE, RingSettings
from alarmclock.core.words.wording import countdown

SHORT_RING = timedelta(seconds=30)


def check_lengths(ring: RingSettings, *, may_sleep: bool) -> Iterator[Reason]:
    """Look whether a ring is over too soon, and whether one that begins late would be missed."""
    length = countdown(ring.ring_length)
    if ring.rise >= ring.ring_length:
        sentence = f"A ring of {length} falls silent before it is loud."
        yield _warning(sentence, Mend.SHORTEN_RISE)
    if ring.ring_length < SHORT_RING:
        yield _warning(f"A ring of {length} is over very soon.", Mend.RING_LONGER)
    if ring.late_limit == NEVER_LATE and may_sleep:
        sentence = "An alarm that never rings late is missed when the computer wakes too late."
        yield _warning(sentence, Mend.ALLOW_LATER)
    elif ring.late_limit and ring.late_limit < ring.ring_length:
        late = countdown(ring.late_limit)
        sentence = f"More than {late} late it is missed, though it would ring for {length}."
        yield _warning(sentence, Mend.ALLOW_LATER)


def _warning(sentence: str, mend: Mend) -> Reason:
    return Reason(Check.LENGTHS, Grade.WARNING, sentence, mend)
