import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from alarmclock.ui.editor.field_row import FieldRow


@pytest.fixture
def row(theme, on_screen):
    """A field with its name."""
    made = FieldRow("Label", QLineEdit())
    made.resize(372, 120)
    return on_screen(made)


def label(row, text):
    """Give the label with a text."""
    return next(each for each in row.findChildren(QLabel) if each.text() == text)


def test_the_field_is_named_as_people_see_it(row):
    """The visible label is the accessible name."""
    assert (row.field.accessibleName(), label(row, "Label").buddy()) == ("Label", row.field)


@pytest.mark.parametrize("stacked", [False, True])
def test_the_field_is_beside_or_below_its_name(row, stacked):
    """Where there is little room, the field takes the whole width."""
    row.stack(stacked=stacked)
    row.layout().activate()
    name = label(row, "Label").geometry()
    field = row.field.geometry()
    assert (field.top() > name.bottom(), field.left() > name.right()) == (stacked, not stacked)


def test_a_problem_is_said_below_the_field(row):
    """The sentence comes and goes."""
    row.show_problem("A label is one line of text.")
    problem = label(row, "A label is one line of text.")
    row.layout().activate()
    assert problem.isVisible()
    assert problem.geometry().top() > row.field.geometry().bottom()
    row.show_problem("")
    assert not problem.isVisible()


def test_a_remark_stands_below_the_field(theme, on_screen):
    """And what is wrong below that, stacked or not."""
    row = FieldRow("Day", QLineEdit())
    remark = QLabel("Months without a 31st are left out.")
    row.put_below(remark)
    on_screen(row)
    for stacked in (False, True):
        row.stack(stacked=stacked)
        row.show_problem("Choose a day.")
        QApplication.processEvents()
        problem = next(each for each in row.findChildren(QLabel) if each.text() == "Choose a day.")
        assert row.field.geometry().bottom() < remark.y() < problem.y()


def test_a_row_without_a_name_has_all_the_room(theme, on_screen):
    """The kinds of rules say themselves what they are."""
    row = on_screen(FieldRow("", QLineEdit()))
    assert row.field.x() == 0
