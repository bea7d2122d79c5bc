import pytest
from PySide6.QtWidgets import QLabel

from alarmclock.ui.editor.plan_text import PlanLine
from alarmclock.ui.editor.ring_plan import RingPlan


@pytest.fixture
def plan(theme, on_screen):
    """The place of the next rings."""
    return on_screen(RingPlan())


def seen(plan):
    """Read what is seen."""
    return [label.text() for label in plan.findChildren(QLabel) if label.isVisible()]


def test_each_ring_has_a_line(plan):
    """And what is special stands below it."""
    plan.show_lines([PlanLine("Mon 23 Nov, 07:15"), PlanLine("Tue 24 Nov, 07:15", "ends here")])
    assert seen(plan) == ["Mon 23 Nov, 07:15", "Tue 24 Nov, 07:15", "ends here"]
    assert plan.text() == "Mon 23 Nov, 07:15\nTue 24 Nov, 07:15 · ends here"
    assert plan.accessibleName() == ("Next rings: Mon 23 Nov, 07:15; Tue 24 Nov, 07:15 · ends here")


def test_fewer_rings_leave_nothing_behind(plan):
    """Where none is to come, that is said."""
    plan.show_lines([PlanLine("Mon 23 Nov, 07:15", "ends here")] * 3)
    plan.show_lines([])
    assert seen(plan) == ["none"]


def test_the_room_stays_where_rings_are_fewer(plan):
    """What stands below does not jump while somebody chooses."""
    plan.keep_room(repeats=True)
    heights = []
    for count in (5, 2):
        plan.show_lines([PlanLine("Mon 23 Nov, 07:15")] * count)
        heights.append(max(plan.minimumHeight(), plan.sizeHint().height()))
    assert heights[0] == heights[1]
