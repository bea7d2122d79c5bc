"""The line in which an alarm is typed; while it is empty, undo and redo are those of the program."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from alarmclock.ui.alarms.marked_line import MarkedLine


class PhraseLine(MarkedLine):
    """Keeps Ctrl+Z for what is typed, and leaves it to the window when nothing is."""

    def forget(self) -> None:
        """Be empty, and bring back nothing of what was typed before."""
        self.setText("")

    def forget_when_empty(self) -> None:
        """Leave the next undo to the window: something newer than the typing is to be undone."""
        if not self.text():
            self.forget()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window where they would change nothing here."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and not self.text() and self._has_nothing_for(event):
            event.ignore()
            return False
        return super().event(event)

    def _has_nothing_for(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
