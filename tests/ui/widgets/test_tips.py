"""Tooltips that say what they are given."""

import pytest

from alarmclock.ui.widgets.tips import plain_tip
from tests.ui.literal import HOSTILE, shown_tip


@pytest.mark.parametrize(
    "text", ["", "gym", "a & b", "&amp;", "1 < 2 and 3 > 2", "<b>", "two\nlines", HOSTILE]
)
def test_it_is_shown_letter_for_letter(text):
    """Whatever Qt would take it for."""
    assert shown_tip(plain_tip(text)) == text


def test_what_looks_like_nothing_else_is_left_as_it_is():
    """It can be compared with what was meant."""
    assert plain_tip("Gym & swim") == "Gym & swim"


def test_lines_stay_lines():
    """Of markup, too."""
    assert shown_tip(plain_tip("<b>x</b>\nmuted")) == "<b>x</b>\nmuted"
