"""One missed ring in the notice, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from alarmclock.ui.missed.groups import MissedRow
from alarmclock.ui.widgets.elided_label import ElidedLabel
from alarmclock.ui.widgets.tips import plain_tip

Ask = Callable[[str], None]
RING, SNOOZE, DONE = "ring", "snooze", "done"
# What is shown, what a screen reader says with the name of the alarm, and the object name.
ACTIONS = (
    (RING, "Ring now", "Ring {} now", "missedRing"),
    (SNOOZE, "Snooze", "Snooze {}", "missedSnooze"),
    (DONE, "Done", "Done with {}", "missedDone"),
)


def action_buttons(ask: Ask, whom: str, names: dict[str, str] | None = None) -> list[QPushButton]:
    """Make the three buttons; `names` are object names in place of those of a row."""
    return [_button(ask, action, whom, names or {}) for action in ACTIONS]


def _button(
    ask: Ask, action: tuple[str, str, str, str], whom: str, names: dict[str, str]
) -> QPushButton:
    verb, text, says, name = action
    button = QPushButton(text)
    button.setObjectName(names.get(verb, name))
    button.setAccessibleName(says.format(whom))
    button.setToolTip(plain_tip(says.format(whom)))
    button.setProperty("look", "small")
    button.clicked.connect(lambda: ask(verb))
    return button


class MissedRing(QWidget):
    """The name and due of a missed ring, cut where they are too long, and its buttons."""

    def __init__(self, row: MissedRow, ask: Callable[[str, object], None]) -> None:
        super().__init__()
        self.key = row.key
        label = ElidedLabel(f"{row.due} · {row.name}")
        label.setObjectName("missedName")
        label.setAccessibleName(f"{row.name}, {row.due}, {row.cause}")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label, 1)
        self.buttons = action_buttons(lambda verb: ask(verb, row.key), row.name)
        for button in self.buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
