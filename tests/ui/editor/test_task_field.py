import pytest
from PySide6.QtCore import Qt

from alarmclock.core.ring_settings import Task
from alarmclock.ui.editor.task_field import TaskField


@pytest.fixture
def field(theme, on_screen):
    """The field on the screen, without a task."""
    made = on_screen(TaskField(theme))
    made.show_task(Task.NONE)
    return made


def test_every_task_is_offered(field):
    """In words, from the easiest on."""
    assert [field.itemText(row) for row in range(field.count())] == [
        "No task",
        "Easy sum",
        "Sums",
        "Hard sums",
        "Type a sentence",
    ]


@pytest.mark.parametrize("task", Task)
def test_a_task_is_shown_and_kept(field, task):
    """Every task of core can be shown."""
    field.show_task(task)
    assert field.task() is task


def test_a_task_is_chosen_by_its_first_letter(qtbot, field):
    """The keyboard chooses, too."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_H)
    assert field.task() is Task.HARD_SUM
