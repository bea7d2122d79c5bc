"""Phrases as a shell hands them over."""

import pytest

from alarmclock.core.phrase import PhraseError
from alarmclock.core.service.reply import WrongUse


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (["7:15", "train 8:02"], "train 8:02"),
        (["weekdays", "7:15", "24 red roses"], "24 red roses"),
        (["tomorrow 7", "train 8:02"], "train 8:02"),
        (["7:15", "train  8:02 "], "train 8:02"),
        (["train 8:02", "7:15"], "train 8:02"),
        (["7:15", 'the "big" 5'], 'the "big" 5'),
        (["7:15", "gym"], "gym"),
        (["every", "day 9", "water"], "water"),
    ],
)
def test_a_word_that_was_in_quotes_is_the_label(world, words, label):
    """Where the line is refused without them."""
    assert world.do("add", phrase=words).answer["label"] == label


@pytest.mark.parametrize(
    "words",
    [
        ["7:15", "8:02"],
        ["7:15 train 8:02"],
        ["7:15", "train 8:02", "bus 9:30"],
        ["7:15", "gym", "train 8:02"],
        ["blah", "more words"],
    ],
)
def test_everything_else_is_refused_as_ever(world, words):
    """With what is wrong in the line as it stands."""
    with pytest.raises(PhraseError) as refused:
        world.do("add", phrase=words)
    with pytest.raises(PhraseError) as joined:
        world.do("add", phrase=" ".join(words))
    assert str(refused.value) == str(joined.value)


def test_what_is_understood_without_quotes_stays_so(world):
    """However the shell was told."""
    answer = world.do("add", phrase=["weekdays 7:15", "gym", "sound bells"]).answer
    assert (answer["label"], answer["sound"]) == ("gym", "bells")


def test_the_same_goes_for_what_is_reckoned_and_edited(world):
    """Each of them takes a phrase."""
    assert world.do("next", what=["7:15", "train 8:02"]).answer[0]["due"] == "2026-11-23T06:15:00Z"
    world.do("add", phrase="9:00 bus")
    assert world.do("edit", id="bus", phrase=["7:15", "train 8:02"]).answer["label"] == "train 8:02"


@pytest.mark.parametrize("words", [[], [" "], [7], {"a": 1}, ""])
def test_what_is_no_words_is_refused(world, words):
    """By the name of the argument."""
    with pytest.raises(WrongUse) as refused:
        world.do("add", phrase=words)
    assert refused.value.argument == "phrase"


def test_dates_in_figures_are_read_as_whoever_asks_writes_them(world):
    """Whatever the locale of the window is."""
    american = world.do("next", what="5/6 9:00", locale="en_US").answer
    assert american[0]["due"].startswith("2027-05-06")
    assert world.do("next", what="5/6 9:00", locale="de_DE").answer[0]["due"].startswith("2027-06")
    with pytest.raises(PhraseError):
        world.do("next", what="5/6 9:00", locale="C")
