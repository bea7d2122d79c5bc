import pytest

from alarmclock.cli.own_locale import own_locale


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, ""),
        ({"LANG": "de_DE.UTF-8"}, "de_DE.UTF-8"),
        ({"LANG": "de_DE", "LC_TIME": "en_US"}, "en_US"),
        ({"LANG": "de_DE", "LC_TIME": "en_US", "LC_ALL": "C"}, "C"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de_DE"),
    ],
)
def test_the_first_that_is_set_counts(environment, found):
    """As everywhere on the system."""
    assert own_locale(environment) == found
