import pytest

from alarmclock.core.service.finding import find
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import Desk, make_alarm


@pytest.fixture
def book():
    """Give a book with ids and labels that have something in common."""
    return Desk(
        make_alarm(item_id="abcd1", label="Gym"),
        make_alarm(item_id="abce2", label="tea"),
        make_alarm(item_id="fade", label="tea"),
        make_alarm(item_id="beef5", label="fade"),
        make_alarm(item_id="beef6", label="0715"),
        make_alarm(item_id="07153", label="7"),
    ).book


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("abcd1", "abcd1"),
        ("abcd", "abcd1"),
        ("ABCE", "abce2"),
        ("gym", "abcd1"),
        ("7", "07153"),
        ("fade", "fade"),
    ],
    ids=["id", "beginning", "any case", "label", "short label", "an id wins"],
)
def test_one_is_found(book, named, found):
    """By its id, the beginning of it, or its label."""
    assert find(book, named).id == found


@pytest.mark.parametrize("named", ["beef", "tea", "0715"], ids=["ids", "labels", "either"])
def test_several_are_named(book, named):
    """So that the person can tell them apart."""
    with pytest.raises(WrongUse, match="can mean several"):
        find(book, named)


@pytest.mark.parametrize("named", ["xyz", "", "  ", "gy", "abc", "0"])
def test_none_is_found(book, named):
    """A label has to be whole; a few letters, such as a time of day, begin no id."""
    with pytest.raises(NothingMatched):
        find(book, named)
