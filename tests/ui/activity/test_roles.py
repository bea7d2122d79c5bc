import pytest
from PySide6.QtCore import Qt

from alarmclock.ui.activity.roles import Role
from tests.ui.activity.builders import tick, timer_tick


@pytest.mark.parametrize(
    ("role", "told"),
    [
        pytest.param(Role.HEADLINE, "tick", id="headline"),
        pytest.param(Role.NAME, "Tea", id="name"),
        pytest.param(Role.FACT, "tick 2 of 5", id="fact"),
        pytest.param(Role.DETAIL, "Tea · tick 2 of 5", id="detail"),
        pytest.param(Role.TIME, "22:02:48", id="time"),
        pytest.param(Role.EXACT_TIME, "22:02:48", id="exact time"),
        pytest.param(Role.TONE, "accent", id="tone"),
        pytest.param(Role.PROGRESS, 0.4, id="progress"),
        pytest.param(Qt.ItemDataRole.DecorationRole, None, id="another"),
    ],
)
def test_a_line_tells_each_thing_by_its_role(model, role, told):
    """The delegate asks for what it paints by name."""
    model.show_event(timer_tick())
    assert model.index(0).data(role) == told


def test_roles_have_names(model):
    """Every role can be found by its name."""
    names = {bytes(name.data()).decode() for name in model.roleNames().values()}
    assert {"headline", "detail", "time", "tone", "progress", "display"} <= names


def test_markup_in_a_label_is_no_markup_in_the_tooltip(model):
    """A label is shown as it was typed."""
    model.show_event(tick(label="<b>Tea</b> & cake"))
    tooltip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Tea&lt;/b&gt; &amp; cake" in tooltip


def test_a_line_is_told_as_a_whole_as_well(model):
    """It is painted each second, and each question takes its time."""
    model.show_event(timer_tick())
    line = model.index(0).data(Role.LINE)
    assert (line.words.headline, line.words.fact, line.time) == ("tick", "tick 2 of 5", "22:02:48")
