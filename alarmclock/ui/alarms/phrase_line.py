"""The line in which an alarm is typed; while it is empty, undo is that of the program."""

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
        if event.type() == QEvent.Type.ShortcutOverride and self._has_nothing_for(event):
            event.ignore()
            return False
        return super().event(event)

    def _has_nothing_for(self, event: QEvent) -> bool:
        if self.text() or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
