import pytest

from tests.core.service.world import World


@pytest.fixture
def world():
    """Give an empty book on a Sunday evening in Berlin, 20:30."""
    return World()
