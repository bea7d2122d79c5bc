import pytest

from alarmclock.core.service.finding import find
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import Desk, make_alarm


@pytest.fixture
def book():
    """Give a book with ids and labels that have something in common."""
    return Desk(
        make_alarm(item_id="abc1", label="Gym"),
        make_alarm(item_id="abd2", label="tea"),
        make_alarm(item_id="fade", label="tea"),
        make_alarm(item_id="bed5", label="fade"),
        make_alarm(item_id="bed6", label="fad"),
    ).book


@pytest.mark.parametrize(
    ("named", "found"),
    [("abc1", "abc1"), ("abc", "abc1"), ("ABD", "abd2"), ("gym", "abc1"), ("fade", "fade")],
    ids=["id", "beginning", "any case", "label", "an id wins"],
)
def test_one_is_found(book, named, found):
    """By its id, the beginning of it, or its label."""
    assert find(book, named).id == found


@pytest.mark.parametrize("named", ["ab", "tea", "fad"], ids=["ids", "labels", "either"])
def test_several_are_named(book, named):
    """So that the person can tell them apart."""
    with pytest.raises(WrongUse, match="can mean several"):
        find(book, named)


@pytest.mark.parametrize("named", ["xyz", "", "  ", "gy"])
def test_none_is_found(book, named):
    """A label has to be whole."""
    with pytest.raises(NothingMatched):
        find(book, named)
