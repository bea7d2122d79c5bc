import pytest

from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.service.finding import find
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import Desk, make_alarm, make_timer


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


@pytest.mark.parametrize(
    ("named", "found"),
    [("5 min Timer", "short"), ("6 min timer", "long"), ("Alarm 07:15", "alarm")],
)
def test_one_without_a_label_is_found(named, found):
    """It is called as the window calls it."""
    short, long = make_timer(5, item_id="short"), make_timer(6, item_id="long")
    assert find(Desk(short, long, make_alarm(7, 15)).book, named).id == found


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


def test_those_of_one_label_are_told_apart_by_their_times():
    """The label alone would not help."""
    seven = make_alarm(7, label="gym", item_id="aaaa0000", rule=Weekdays(EVERY_DAY))
    tea = make_timer(20, label="gym", item_id="bbbb0000")
    with pytest.raises(WrongUse) as refused:
        find(Desk(seven, tea).book, "gym")
    expected = "aaaa0000 (gym, 07:00 every day), bbbb0000 (gym, 20 min)"
    assert expected in str(refused.value)


def test_too_little_of_an_id_is_told(book):
    """It is there, but a few letters may be a label or a time."""
    with pytest.raises(NothingMatched, match="too short for an id: give 4 or more"):
        find(book, "abc")
