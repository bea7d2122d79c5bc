"""Rings: from the claim to the end."""

from datetime import timedelta

import pytest

from alarmclock.core.ringing import Cause, Ending, claim, may_ring, snoozes_left
from alarmclock.core.schedule import next_occurrence
from tests.core.builders import BERLIN, MINUTE, SUNDAY_EVENING, local, make_alarm, make_ring


def test_a_claim_begins_to_ring_now():
    """A new ring is open, sounds, and was never snoozed."""
    occurrence = next_occurrence(make_alarm(7), SUNDAY_EVENING, BERLIN)
    now = occurrence.due + MINUTE
    ring = claim(occurrence, now)
    assert ring.is_open
    assert ring.is_ringing
    assert (ring.due, ring.rang_at, ring.snoozes) == (occurrence.due, now, 0)


def test_claims_of_one_occurrence_have_one_name():
    """However often an occurrence is claimed, the name is the same."""
    occurrence = next_occurrence(make_alarm(7), SUNDAY_EVENING, BERLIN)
    assert claim(occurrence, SUNDAY_EVENING).key == claim(occurrence, occurrence.due).key


def test_a_snoozed_ring_is_silent_and_open():
    """A snooze is not an end."""
    ring = make_ring().snoozed(local("2026-11-23 07:06"))
    assert ring.is_open
    assert ring.is_snoozed
    assert not ring.is_ringing
    assert ring.snoozes == 1


def test_a_ring_after_a_snooze_sounds_from_now():
    """The ring length counts from the last time that it began to sound."""
    now = local("2026-11-23 07:06")
    ring = make_ring().snoozed(now).again(now)
    assert ring.is_ringing
    assert (ring.rang_at, ring.snoozes) == (now, 1)


def test_a_ring_that_ended_keeps_no_snooze():
    """A dismissed snooze does not come back."""
    ring = make_ring().snoozed(local("2026-11-23 07:06"))
    ended = ring.ended(local("2026-11-23 07:02"), Ending.DISMISSED)
    assert not ended.is_open
    assert not ended.is_snoozed
    assert ended.snoozed_until is None


@pytest.mark.parametrize(
    ("ending", "told"),
    [(Ending.MISSED, True), (Ending.DISMISSED, False), (Ending.CANCELLED, False)],
)
def test_only_what_was_missed_waits_for_acknowledgement(ending, told):
    """People are told of rings that nobody heard, not of those that were answered."""
    ring = make_ring()
    ended = ring.ended(ring.due, ending, Cause.UNANSWERED if told else None)
    assert ended.is_unacknowledged is told


@pytest.mark.parametrize(
    ("limit", "snoozes", "left"), [(3, 0, 3), (3, 2, 1), (3, 3, 0), (3, 5, 0), (0, 0, 0)]
)
def test_snoozes_left(limit, snoozes, left):
    """What is left of the limit, never less than nothing."""
    ring = make_ring()
    for _ in range(snoozes):
        ring = ring.snoozed(ring.due)
    assert snoozes_left(ring, limit) == left


def test_without_a_limit_snoozes_are_not_counted_down():
    """No limit is None, not a number."""
    assert snoozes_left(make_ring().snoozed(SUNDAY_EVENING), None) is None


@pytest.mark.parametrize(
    ("late", "limit", "rings"),
    [
        pytest.param(0, 30, True, id="on time"),
        pytest.param(30 * 60, 30, True, id="at the limit"),
        pytest.param(30 * 60 + 1, 30, False, id="over the limit"),
        pytest.param(1, 0, True, id="never late forgives a second"),
        pytest.param(60, 0, True, id="never late forgives a minute"),
        pytest.param(61, 0, False, id="never late"),
        pytest.param(7 * 86400, None, True, id="always"),
        pytest.param(-5, 0, True, id="clock set back"),
    ],
)
def test_late_limit(late, limit, rings):
    """Up to the limit it rings late, after it, it is missed."""
    limit = None if limit is None else limit * MINUTE
    assert may_ring(timedelta(seconds=late), limit) is rings


LATER = local("2026-11-23 07:06")


@pytest.mark.parametrize(
    ("ring", "states"),
    [
        pytest.param(make_ring(), {"is_ringing"}, id="sounds"),
        pytest.param(make_ring().snoozed(LATER), {"is_snoozed"}, id="snoozed"),
        pytest.param(
            make_ring().left_alone(LATER), {"is_snoozed", "comes_again"}, id="nobody answered"
        ),
        pytest.param(make_ring().left_alone(LATER).again(LATER), {"is_ringing"}, id="sounds anew"),
        pytest.param(
            make_ring().left_alone(LATER).again(LATER).snoozed(LATER), {"is_snoozed"}, id="answered"
        ),
        pytest.param(make_ring().stopped(LATER), {"waits_to_ask"}, id="waits to ask"),
        pytest.param(make_ring().stopped(LATER).asking(LATER), {"is_asking"}, id="asks"),
        pytest.param(
            make_ring().stopped(LATER).asking(LATER).again(LATER), {"is_ringing"}, id="not answered"
        ),
        pytest.param(make_ring().stopped(LATER).ended(LATER, Ending.DISMISSED), set(), id="over"),
    ],
)
def test_the_states_of_a_ring(ring, states):
    """It sounds, waits to sound, waits to ask, or asks."""
    known = {"is_ringing", "is_snoozed", "comes_again", "waits_to_ask", "is_asking"}
    assert {name for name in known if getattr(ring, name)} == states


@pytest.mark.parametrize(
    ("ring", "ending"),
    [
        pytest.param(make_ring(), Ending.MISSED, id="sounds"),
        pytest.param(make_ring().left_alone(LATER), Ending.MISSED, id="waits to come again"),
        pytest.param(make_ring().snoozed(LATER), Ending.CANCELLED, id="snoozed"),
        pytest.param(make_ring().stopped(LATER), Ending.CANCELLED, id="waits to ask"),
        pytest.param(make_ring().stopped(LATER).asking(LATER), Ending.CANCELLED, id="asks"),
    ],
)
def test_what_the_next_ring_makes_of_an_open_one(ring, ending):
    """Missed is what nobody answered."""
    assert ring.replaced(LATER).ending is ending
    assert ring.replaced(LATER).acknowledged


def test_a_missed_ring_that_sounds_after_all_begins_its_count_anew():
    """A person asked for it."""
    missed = make_ring().left_alone(LATER).again(LATER).ended(LATER, Ending.MISSED)
    assert missed.unanswered == 1
    assert missed.reopened(LATER).unanswered == 0


def test_only_what_sounds_or_asks_moves_with_the_clock():
    """A wait goes by the clock on the wall."""
    waits = make_ring().stopped(LATER)
    assert waits.shifted(MINUTE).snoozed_until == LATER
    assert waits.asking(LATER).shifted(MINUTE).snoozed_until == LATER + MINUTE
    assert waits.shifted(MINUTE).rang_at == waits.rang_at + MINUTE
