"""Reading a line stays cheap enough for every key, measured against a floor of the same run."""

import pytest

from tests.bench.phrase import AIM_US, floor, measure
from tests.bench.schedule import cost_us

# A quiet machine cuts a line into its words in about this; a slow one is allowed more.
FLOOR_US = 2.4
NOISE = 2.0


@pytest.fixture(scope="module")
def slowness():
    """Tell how much slower than a quiet machine this one is at the moment."""
    return max(cost_us(floor) / FLOOR_US, 1.0) * NOISE


def test_usual_phrases_are_read_in_time(slowness):
    """200 microseconds at most for each, and for writing one."""
    dear = {line: cost for line, cost in measure().items() if cost >= AIM_US * slowness}
    assert not dear
