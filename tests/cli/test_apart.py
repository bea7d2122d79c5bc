"""Words that only their command tells apart."""

from argparse import Namespace

import pytest

from alarmclock.cli.apart import may_be_label, quotes_hint, tell_apart


@pytest.mark.parametrize(
    ("name", "left", "is_label"),
    [
        ("show", ["long", "label"], True),
        ("show", ["label", "--loud"], False),
        ("edit", ["label"], False),
    ],
)
def test_what_is_left_over_may_be_of_a_label(name, left, is_label):
    """Where nothing else can follow it."""
    assert may_be_label(name, left) is is_label


@pytest.mark.parametrize(
    ("complaint", "hints"),
    [
        ("unrecognized arguments: gym", True),
        ("argument N: “gym” is no number from 1 on", True),
        ("unrecognized arguments: --loud", False),
        ("the following arguments are required: ID", False),
    ],
)
def test_quotes_are_hinted_at(complaint, hints):
    """Where a word stands that nobody expected."""
    assert bool(quotes_hint(complaint)) is hints


def test_a_date_in_figures_ends_before_a_name():
    """One in words takes all of them."""
    figures = Namespace(id=None, until=["2026-12-24", "my", "gym"])
    tell_apart("pause", figures)
    assert (figures.id, figures.until) == ("my gym", "2026-12-24")
    words = Namespace(id="gym", until=["24", "dec"])
    tell_apart("pause", words)
    assert (words.id, words.until) == ("gym", "24 dec")
