"""What an import will do, before it is done: the person says yes or no."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from alarmclock.core.exchange.plan import Plan
from alarmclock.core.exchange.plan_words import groups, headline
from alarmclock.ui.exchange.page_frame import PageFrame, button, label
from alarmclock.ui.exchange.port import Wanted
from alarmclock.ui.widgets.long_words import breakable

SETTINGS_TEXT = "Take the settings, too"
HISTORY_TEXT = "Take the activity, too"
NOT_UNDONE = "Undo takes back the alarms and timers, but neither settings nor activity."


class PlanView(PageFrame):
    """Lists what is added, changed, left and not taken."""

    import_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Import", "importPlan", parent)
        self._settings = _check_box("importSettings", SETTINGS_TEXT)
        self._history = _check_box("importHistory", HISTORY_TEXT)
        self._now = button(
            "importNow", "Import", "Do what is listed; Ctrl+Z takes it back", "primary"
        )
        self._cancel = button("importCancel", "Cancel", "Change nothing (Esc)")
        for box in (self._settings, self._history):
            self.foot.addWidget(box)
            box.toggled.connect(self._allow)
        self._not_undone = label("importNotUndone", look="muted")
        self._not_undone.setText(NOT_UNDONE)
        self.foot.addWidget(self._not_undone)
        self.add_buttons((self._cancel, self._now))
        self._now.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.closed)
        self._has_work = False

    def show_plan(self, plan: Plan, source: str) -> None:
        """Show a plan, and where it is from."""
        self.clear()
        told = f"From “{source}”: {headline(plan)}"
        self.head.setText(breakable(told))
        self.setAccessibleDescription(told)
        for group in groups(plan):
            title = label("planGroup", look="heading")
            title.setText(group.title)
            lines = label("planLines")
            lines.setText(breakable("\n".join(group.lines)))
            self.body.addWidget(title)
            self.body.addWidget(lines)
        for box, is_offered in (
            (self._settings, plan.settings is not None),
            (self._history, bool(plan.rings or plan.events)),
        ):
            box.setChecked(False)
            box.setVisible(is_offered)
        self._not_undone.setVisible(plan.settings is not None or bool(plan.rings or plan.events))
        self._has_work = not plan.is_empty
        self._allow()

    def take_focus(self) -> None:
        """Let Enter import, where there is something to import, and Esc leave."""
        (self._now if self._now.isEnabled() else self._cancel).setFocus()

    def _allow(self) -> None:
        wanted = self._wanted()
        self._now.setEnabled(self._has_work or wanted.settings or wanted.history)

    def _ask(self) -> None:
        self.import_requested.emit(self._wanted())

    def _wanted(self) -> Wanted:
        return Wanted(self._settings.isChecked(), self._history.isChecked())


def _check_box(name: str, text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setAccessibleName(text)
    box.hide()
    return box
