"""A thousand rings of one instant stay within reach of a blink, and none is early."""

from tests.bench.child import in_child
from tests.bench.rings import MANY, many_ms

# The aims are 250 ms and 50 ms; this is what no change may make worse on a noisy machine.
LATEST_MS, LONGEST_GAP_MS = 5000, 1000
SOON_S = 0.5


def test_a_thousand_alarms_ring_at_once():
    """Each is claimed, stored, told and shown before a person has noticed the first."""
    found = in_child(many_ms, SOON_S)
    assert len(found["lates"]) == MANY
    assert min(found["lates"]) >= 0
    assert found["shown"] < LATEST_MS
    assert found["gap"] < LONGEST_GAP_MS
