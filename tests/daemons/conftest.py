import pytest

from tests.daemons.builders import World


@pytest.fixture
def world():
    """Give a world at half past six in UTC in which nothing has been started yet."""
    return World()
