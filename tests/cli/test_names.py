import pytest

from alarmclock.cli.arguments import describe
from alarmclock.cli.names import NAMES, in_own_words
from alarmclock.cli.table import COMMANDS


class Shown:
    """Collects what “--help” calls arguments and options."""

    def __init__(self):
        self.names = set()

    def add_argument(self, *names, **told):
        """Take note of its names."""
        metavar = told.get("metavar", "")
        self.names |= {*names, *metavar.replace("|", " ").split()}


def test_each_name_is_one_that_help_shows():
    """So that a person finds it there."""
    shown = Shown()
    for name in COMMANDS:
        describe(name, shown)
    assert {word for name in NAMES.values() for word in name.split(" or ")} <= shown.names


@pytest.mark.parametrize(
    ("argument", "told"),
    [("count", "N is a number."), ("before", "“before” is a number.")],
)
def test_a_refusal_names_it_so(argument, told):
    """One that the command line does not have keeps its name."""
    assert in_own_words(f"“{argument}” is a number.", argument) == told
