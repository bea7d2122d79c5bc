"""A grade is told by a shape and by a colour."""

from dataclasses import replace

import pytest

from alarmclock.core.certainty.verdict import Check, Grade, Reason
from alarmclock.core.certainty.verdict_words import TONES
from alarmclock.ui.verdict.marks import PICTURES, UNKNOWN_PICTURE, GradeMark, spoken
from alarmclock.ui.widgets.icon import Icons


def farthest(first, second):
    """Give by how much two colours differ at most in one channel."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return max(abs(one - other) for one, other in pairs)


@pytest.mark.parametrize("grade", list(Grade))
def test_a_grade_has_its_colour(stage, theme, grade):
    """That of the theme; the thin lines are smoothed."""
    mark = stage.show(GradeMark(Icons(theme)), 18, 18)
    mark.show_reason(Reason(Check.OUTPUT, grade, "It is so."))
    image = mark.grab().toImage()
    pixels = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
    colour = theme.colour(TONES[grade])
    assert min(farthest(pixel, colour) for pixel in pixels) < 4


def test_a_grade_can_be_told_without_its_colour():
    """No two have the same shape."""
    assert len(set(PICTURES.values())) == len(Grade)


def test_what_is_not_known_is_marked_as_neither_good_nor_bad(stage, theme):
    """It is no proof."""
    reason = Reason(Check.SLEEP, Grade.GOOD, "It can't be seen.", is_known=False)
    mark = stage.show(GradeMark(Icons(theme)), 18, 18)
    mark.show_reason(replace(reason, is_known=True))
    known = mark.grab().toImage()
    mark.show_reason(reason)
    assert mark.grab().toImage() != known
    assert UNKNOWN_PICTURE not in PICTURES.values()
    assert spoken(reason) == "Not known"
