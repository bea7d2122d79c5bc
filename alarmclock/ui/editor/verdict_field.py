"""The row of the editor that says whether the alarm will ring and be heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.certainty.verdict import Check, Grade, Reason, Verdict
from alarmclock.ui.theme import Theme
from alarmclock.ui.verdict.reason_list import ReasonList

# As the lines of what stands beside a name do, so that both are on one height.
MARGIN = 6
ALL_GOOD = Reason(Check.OPEN, Grade.GOOD, "Yes, while this window is open.")


class VerdictField(QWidget):
    """Shows what speaks against a ring, or one line when nothing does."""

    mend_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict")
        self._reasons = ReasonList(theme, self)
        self._reasons.mend_requested.connect(self.mend_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.addWidget(self._reasons)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show a verdict; a screen reader hears the worst with the name of the row."""
        reasons = verdict.against or (verdict.unseen or ALL_GOOD,)
        self._reasons.show_reasons(reasons)
        self.setAccessibleDescription(reasons[0].sentence)
