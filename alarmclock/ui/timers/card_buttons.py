"""What can be done with one timer, by button and by key."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from alarmclock.core.book.book import State
from alarmclock.ui.timers.request import Request
from alarmclock.ui.timers.row import TimerRow
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.icon_button import IconButton

GAP = 4
KEYS = {
    Qt.Key.Key_R: Request.RESTART,
    Qt.Key.Key_Plus: Request.EXTEND,
    Qt.Key.Key_Delete: Request.CANCEL,
}
# Shift types the plus on many keyboards, the keypad has one of its own.
PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
TOOLTIPS = {
    Request.PAUSE: "Pause (Space)",
    Request.RESUME: "Resume (Space)",
    Request.RESTART: "Start again from the beginning (R)",
    Request.EXTEND: "Give it one more minute (+)",
    Request.CANCEL: "Cancel this timer (Del)",
}
REMOVE_TOOLTIP = "Remove this timer (Del)"


class CardButtons:
    """The buttons on a card, in the order of the tab key; pause and resume share one place."""

    def __init__(self, card: QWidget, icons: Icons) -> None:
        self.by_request = {
            Request.PAUSE: IconButton(icons, "pause", filled=True, parent=card),
            Request.RESUME: IconButton(icons, "play", filled=True, parent=card),
            Request.RESTART: IconButton(icons, "restart", parent=card),
            Request.EXTEND: IconButton(icons, text="+1 min", parent=card),
            Request.CANCEL: IconButton(icons, "close", parent=card),
        }
        names = ("pause", "resume", "restart", "plusMinute", "cancelTimer")
        for name, (request, button) in zip(names, self.by_request.items(), strict=True):
            button.setObjectName(name)
            button.setToolTip(TOOLTIPS[request])

    def show_row(self, row: TimerRow) -> None:
        """Offer what this timer can do now."""
        for request, verb in (
            (Request.PAUSE, "Pause"),
            (Request.RESUME, "Resume"),
            (Request.RESTART, "Restart"),
            (Request.EXTEND, "+1 min"),
            (Request.CANCEL, "Cancel"),
        ):
            self.by_request[request].setAccessibleName(f"{verb} {row.name}")
        counts = row.state in (State.RUNNING, State.PAUSED)
        tooltip = TOOLTIPS[Request.CANCEL] if counts else REMOVE_TOOLTIP
        self.by_request[Request.CANCEL].setToolTip(tooltip)
        self._swap(running=row.state is State.RUNNING, paused=row.state is State.PAUSED)

    def size(self) -> QSize:
        """Give the room that the buttons take side by side."""
        hints = [button.sizeHint() for button in self.by_request.values()][1:]
        width = sum(hint.width() for hint in hints) + GAP * (len(hints) - 1)
        return QSize(width, max(hint.height() for hint in hints))

    def arrange(self, corner: QPoint) -> None:
        """Stand side by side from this corner on."""
        left = corner.x()
        for request, button in self.by_request.items():
            size = button.sizeHint()
            button.setGeometry(left, corner.y(), size.width(), size.height())
            if request is not Request.PAUSE:
                left += size.width() + GAP

    def by_key(self, event: QKeyEvent) -> IconButton | None:
        """Give the button that a key stands for, None for a key without a meaning here."""
        if event.modifiers() & ~PLAIN:
            return None
        if event.key() == Qt.Key.Key_Space:
            both = (self.by_request[Request.PAUSE], self.by_request[Request.RESUME])
            return next((button for button in both if not button.isHidden()), None)
        request = KEYS.get(Qt.Key(event.key()))
        return self.by_request[request] if request else None

    def _swap(self, *, running: bool, paused: bool) -> None:
        """Show pause or resume, or neither; the keyboard's focus goes to what takes its place."""
        pause, resume = self.by_request[Request.PAUSE], self.by_request[Request.RESUME]
        had_focus = pause.hasFocus() or resume.hasFocus()
        if had_focus:
            heir = pause if running else resume if paused else self.by_request[Request.RESTART]
            heir.show()
            heir.setFocus()
        pause.setVisible(running)
        resume.setVisible(paused)
