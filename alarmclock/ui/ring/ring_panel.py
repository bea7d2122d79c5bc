"""One ring in the ring window: its time, its label, its task, Stop and Snooze."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alarmclock.core.ring_settings import Task
from alarmclock.core.sounding.task import make_tasks
from alarmclock.ui.ring.glass_button import GlassButton
from alarmclock.ui.ring.head import RingHead
from alarmclock.ui.ring.task_view import TaskView
from alarmclock.ui.ring.view import RingView
from alarmclock.ui.widgets.look import wear

SNOOZE_MINUTES = (1, 5, 10, 15, 30)


class RingPanel(QFrame):
    """Shows a ring large, or as one of several."""

    stop_requested = Signal(str)
    snooze_requested = Signal(str, object)
    task_shown = Signal(QWidget)

    def __init__(
        self,
        item_id: str,
        is_listening: Callable[[], bool],
        random: Random,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self._random = random
        self._view: RingView | None = None
        self._is_compact = False
        self._is_earned = False
        self._head = RingHead()
        self._task = TaskView(is_listening)
        self._stop = GlassButton("Stop", "glassSolid", is_listening)
        self._back = GlassButton("Back", "glass", is_listening)
        self._snooze = GlassButton("Snooze", "glass", is_listening)
        self._lengths = [
            GlassButton(str(minutes), "glassChip", is_listening) for minutes in SNOOZE_MINUTES
        ]
        self._chips = QWidget()
        self._set_up()
        self._arrange()

    def show_ring(self, view: RingView, zone: tzinfo) -> None:
        """Show how the ring stands."""
        self._view = view
        self._head.show_name(view.digits(zone), view.name)
        self.setAccessibleName(f"{view.name} rings")
        self._stop.setAccessibleDescription(f"Stop {view.name}{self._condition}")
        self._stop.setToolTip(f"Stop (Enter){self._condition}")
        self._snooze.setText(view.snooze_words)
        self._snooze.setAccessibleDescription(f"{view.snooze_words}: {view.name}")
        self._snooze.setToolTip(view.snooze_hint)
        for button in (self._snooze, *self._lengths):
            button.setEnabled(view.can_snooze)

    def show_time(self, now: datetime, zone: tzinfo) -> None:
        """Show how long it has rung."""
        if self._view is not None:
            self._head.show_detail(self._view.detail(now, zone))

    def be_compact(self, *, compact: bool) -> None:
        """Be one of several, or fill the window."""
        if compact is not self._is_compact:
            self._is_compact = compact
            self._arrange()

    @property
    def is_asking_task(self) -> bool:
        """True while the task is shown."""
        return not self._task.isHidden()

    def answer(self) -> None:
        """Ask for the end of this ring, once its task is done."""
        if self._is_earned or self._kind is Task.NONE:
            self.stop_requested.emit(self.item_id)
            return
        if not self._task.has_tasks:
            # They stay the same: to go back and forth finds no easier ones.
            self._task.ask(make_tasks(self._kind, self._random))
        self._show_task(shown=True)
        self._task.take_focus()
        self.task_shown.emit(self._task)

    def snooze(self) -> None:
        """Ask for the alarm's own snooze."""
        if self._view is None or self._view.can_snooze:
            self.snooze_requested.emit(self.item_id, None)

    @property
    def _kind(self) -> Task:
        return self._view.item.ring.task if self._view is not None else Task.NONE

    @property
    def _condition(self) -> str:
        return "" if self._kind is Task.NONE else ", after a task"

    def _finish(self) -> None:
        self._is_earned = True
        self._leave_task()
        self.answer()

    def _leave_task(self) -> None:
        self._show_task(shown=False)
        self._stop.setFocus()

    def _show_task(self, *, shown: bool) -> None:
        self._task.setVisible(shown)
        self._back.setVisible(shown)
        self._stop.setVisible(not shown)
        self._chips.setVisible(not shown)
        self._arrange()

    def _arrange(self) -> None:
        wear(self, "glassCard" if self._is_compact else "")
        room = "little" if self._is_compact else "much"
        for button in (self._stop, self._back, self._snooze):
            button.setMinimumHeight(44 if self._is_compact else 60)
            wear(button, room, "room")
        self._head.be_compact(compact=self._is_compact or self.is_asking_task)

    def _set_up(self) -> None:
        self._stop.setObjectName("stop")
        self._stop.setAccessibleName("Stop")
        self._stop.clicked.connect(self.answer)
        self._snooze.setObjectName("snooze")
        self._snooze.setAccessibleName("Snooze")
        self._snooze.clicked.connect(self.snooze)
        self._back.setObjectName("backFromTask")
        self._back.setAccessibleName("Back")
        self._back.setToolTip("Back, it rings on (Esc)")
        self._back.clicked.connect(self._leave_task)
        self._task.done.connect(self._finish)
        self._task.left.connect(self._leave_task)
        for hidden in (self._task, self._back):
            hidden.hide()
        self._fill_chips()
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        for button in (self._snooze, self._back, self._stop):
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._head)
        column.addStretch(1)
        column.addWidget(self._task)
        column.addLayout(buttons)
        column.addWidget(self._chips)

    def _fill_chips(self) -> None:
        row = QHBoxLayout(self._chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch()
        for button, minutes in zip(self._lengths, SNOOZE_MINUTES, strict=True):
            name = f"Snooze {minutes} min"
            button.setObjectName(f"snooze_{minutes}")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(
                lambda _checked=False, length=timedelta(minutes=minutes): (
                    self.snooze_requested.emit(self.item_id, length)
                )
            )
            row.addWidget(button)
        row.addStretch()
