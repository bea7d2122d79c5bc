"""A grade is told by a shape and by a colour."""

import pytest

from alarmclock.core.verdict import Grade
from alarmclock.core.verdict_words import TONES
from alarmclock.ui.verdict.marks import PICTURES, GradeMark
from alarmclock.ui.widgets.icon import Icons


def farthest(first, second):
    """Give by how much two colours differ at most in one channel."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return max(abs(one - other) for one, other in pairs)


@pytest.mark.parametrize("grade", list(Grade))
def test_a_grade_has_its_colour(stage, theme, grade):
    """That of the theme; the thin lines are smoothed."""
    mark = stage.show(GradeMark(Icons(theme)), 18, 18)
    mark.show_grade(grade)
    image = mark.grab().toImage()
    pixels = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
    colour = theme.colour(TONES[grade])
    assert min(farthest(pixel, colour) for pixel in pixels) < 4


def test_a_grade_can_be_told_without_its_colour():
    """No two have the same shape."""
    assert len(set(PICTURES.values())) == len(Grade)
