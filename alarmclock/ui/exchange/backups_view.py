"""The backups, and the button that brings one back."""

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alarmclock.core.exchange.backup import Backup, backup_words
from alarmclock.ui.exchange.page_frame import PageFrame, button, label

EXPLAINED = (
    "A backup takes the place of your alarms, settings and activity at the next start. What is "
    "there now is kept in the data folder."
)
NO_BACKUPS = "There are no backups yet: one is made each day."


class BackupsView(PageFrame):
    """Lists the backups, newest first; a damaged one is shown and can't be chosen."""

    restore_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Restore a backup", "backupsView", parent)
        self._close = button("closeBackups", "Close", "Close (Esc)")
        self._close.clicked.connect(self.closed)
        self.add_buttons((self._close,))

    def show_backups(self, backups: Sequence[Backup], zone: tzinfo) -> None:
        """Show these."""
        self.clear()
        self.head.setText(EXPLAINED if backups else NO_BACKUPS)
        for backup in backups:
            self.body.addWidget(self._row(backup, zone))

    def take_focus(self) -> None:
        """Let Esc leave."""
        self._close.setFocus()

    def _row(self, backup: Backup, zone: tzinfo) -> QWidget:
        row = QWidget()
        words = label("backup")
        words.setText(backup_words(backup, zone))
        restore = button("restoreThis", "Restore", "Bring this one back at the next start")
        restore.setAccessibleName(f"Restore the backup of {words.text()}")
        restore.setEnabled(backup.is_good)
        restore.clicked.connect(partial(self.restore_requested.emit, backup.name))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(restore)
        return row
