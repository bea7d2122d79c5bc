"""The field of what has to be done before Stop stops."""

from PySide6.QtWidgets import QWidget

from alarmclock.core.ring_settings import Task
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.task_words import TASK_WORDS
from alarmclock.ui.theme import Theme

TASKS = tuple(Task)


class TaskField(FieldBox):
    """Shows and takes a task; there are no others to type."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("task")
        self.addItems([TASK_WORDS[task] for task in TASKS])

    def show_task(self, task: Task) -> None:
        """Show a task."""
        self.setCurrentIndex(TASKS.index(task))

    def task(self) -> Task:
        """Give the task that is chosen."""
        return TASKS[self.currentIndex()]
