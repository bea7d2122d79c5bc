"""The next rings of an alarm, written out below one another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alarmclock.ui.editor.plan_text import RINGS_SHOWN, PlanLine

MARGIN = 6
LINE_GAP = 4
NOTHING = PlanLine("none")


class RingPlan(QWidget):
    """A line for each ring, and below it in a fainter look what is special about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ringPlan")
        self._lines: tuple[PlanLine, ...] = ()
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        self._layout.setSpacing(LINE_GAP)
        self._layout.addStretch(1)
        self.show_lines(())

    def show_lines(self, lines: Sequence[PlanLine]) -> None:
        """Write out rings; to write the same again repaints nothing."""
        lines = tuple(lines) or (NOTHING,)
        if lines == self._lines:
            return
        self._lines = lines
        while len(self._pairs) < len(lines):
            self._add_pair()
        for number, (ring, note) in enumerate(self._pairs):
            line = lines[number] if number < len(lines) else PlanLine("")
            ring.setText(line.ring)
            ring.setVisible(bool(line.ring))
            note.setText(line.note)
            note.setVisible(bool(line.note))
        self.setAccessibleName(f"Next rings: {self.text().replace(chr(10), '; ')}")

    def keep_room(self, *, repeats: bool) -> None:
        """Keep the room of all rings, so that nothing below moves when there are fewer."""
        lines = RINGS_SHOWN if repeats else 1
        ring = self._pairs[0][0]
        ring.ensurePolished()
        line_height = ring.fontMetrics().height()
        self.setMinimumHeight(lines * (line_height + LINE_GAP) - LINE_GAP + 2 * MARGIN)

    def text(self) -> str:
        """Give what people read, a line a ring."""
        return "\n".join(" · ".join(filter(None, (line.ring, line.note))) for line in self._lines)

    def _add_pair(self) -> None:
        ring, note = QLabel(self), QLabel(self)
        for label, look in ((ring, "plan"), (note, "planNote")):
            label.setProperty("look", look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._layout.insertWidget(self._layout.count() - 1, label)
        self._pairs.append((ring, note))
