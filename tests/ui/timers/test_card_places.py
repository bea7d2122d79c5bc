"""Where the parts of a card stand."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize

from alarmclock.ui.timers.card_places import places

BUTTONS = QSize(180, 36)
SHORT, LONG = 108, 170


@pytest.mark.parametrize("time_width", [SHORT, LONG], ids=["minutes", "hours"])
@pytest.mark.parametrize("width", [284, 340, 400, 460, 540, 640, 1100])
def test_nothing_overlaps_or_leaves_the_card(width, time_width):
    """At every width each part has a place of its own."""
    found = places(width, time_width, BUTTONS)
    time = QRect(found.time.topLeft(), QSize(time_width, found.time.height()))
    parts = [time, found.name, found.state, QRect(found.buttons, BUTTONS), found.bar]
    assert all(QRect(0, 0, width, found.height).contains(part) for part in parts)
    assert not any(
        part.intersects(other) for n, part in enumerate(parts) for other in parts[n + 1 :]
    )


@pytest.mark.parametrize(
    ("width", "rows"), [(640, 1), (400, 2), (284, 3)], ids=["wide", "medium", "narrow"]
)
def test_a_narrow_card_is_higher(width, rows):
    """The fewer parts fit beside each other, the more rows there are."""
    found = places(width, SHORT, BUTTONS)
    middles = sorted(
        [
            found.name.united(found.state).center().y(),
            found.time.center().y(),
            found.buttons.y() + BUTTONS.height() // 2,
        ]
    )
    assert 1 + sum(lower - upper > 20 for upper, lower in pairwise(middles)) == rows
