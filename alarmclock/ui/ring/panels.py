"""The rings in the ring window, one below the other; they scroll where there is little room."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from random import Random

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from alarmclock.ui.ring.asking_panel import AskingPanel
from alarmclock.ui.ring.ring_panel import RingPanel
from alarmclock.ui.ring.view import RingView

Panel = RingPanel | AskingPanel
# A panel takes some milliseconds to make and to place. Of more than these the first is there at
# once, and the others come one after the other.
MOST_MADE_AT_ONCE = 3
MORE_AFTER_MS = 25
# While many rings still come in groups, the window has enough to do with showing how many.
QUIET_FOR_MS = 120


class Panels(QScrollArea):
    """Holds a panel for each ring that sounds, and for each that is asked about."""

    stop_requested = Signal(str)
    snooze_requested = Signal(str, object)
    awake_requested = Signal(str)
    # A panel that the focus was in has gone.
    focus_dropped = Signal()
    # Panels were made for rings that were shown some moments ago.
    grown = Signal()

    def __init__(
        self, is_listening: Callable[[], bool], random: Random, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_listening = is_listening
        self._random = random
        self._panels: dict[tuple[str, bool], Panel] = {}
        self._shown: tuple[Sequence[RingView], tzinfo] = ((), UTC)
        self._growing = QTimer(self)
        self._growing.setSingleShot(True)
        self._growing.timeout.connect(self._grow)
        inside = QWidget()
        inside.setObjectName("ringPanels")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.setObjectName("ringArea")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def __len__(self) -> int:
        return len(self._panels)

    def __bool__(self) -> bool:
        """Be true with nothing in it as well, as a widget is."""
        return True

    def __iter__(self) -> Iterator[Panel]:
        return iter(self._panels.values())

    def show_rings(self, views: Sequence[RingView], zone: tzinfo) -> None:
        """Show these, and no others."""
        self._shown = (views, zone)
        if self._growing.isActive():
            most_new = 0
        else:
            most_new = 1 if len(self._lacking()) > MOST_MADE_AT_ONCE else len(views)
        self._make_and_show(most_new, QUIET_FOR_MS)

    def show_time(self, now: datetime, zone: tzinfo) -> None:
        """Show the present second."""
        for panel in self:
            panel.show_time(now, zone)

    def be_compact(self, *, compact: bool) -> None:
        """Let each take little room, or the only one all of it."""
        for panel in self:
            panel.be_compact(compact=compact)

    def chosen(self) -> Panel | None:
        """Give the panel that has the focus, else the first that sounds, else the first."""
        focused = self.window().focusWidget()
        for panel in self:
            if focused is not None and panel.isAncestorOf(focused):
                return panel
        sounding = (panel for panel in self if isinstance(panel, RingPanel))
        return next(sounding, next(iter(self), None))

    def _grow(self) -> None:
        self._make_and_show(1, MORE_AFTER_MS)
        self.grown.emit()

    def _lacking(self) -> list[RingView]:
        return [view for view in self._shown[0] if _key(view) not in self._panels]

    def _make_and_show(self, most_new: int, more_after_ms: int) -> None:
        """Bring the panels in line with what is to be shown, with some new ones at most."""
        views, zone = self._shown
        self._drop_all_but({_key(view) for view in views})
        later = self._lacking()[most_new:]
        for view in views:
            if view not in later:
                self._panel(view).show_ring(view, zone)
        if later:
            self._growing.start(more_after_ms)
        else:
            self._growing.stop()

    def _panel(self, view: RingView) -> Panel:
        panel = self._panels.get(_key(view))
        if panel is None:
            panel = self._asking(view) if view.is_asking else self._ringing(view)
            self._column.insertWidget(self._place_for(view), panel)
            self._panels[_key(view)] = panel
        return panel

    def _place_for(self, view: RingView) -> int:
        """Give the place of a new panel: what sounds stands above all that is asked."""
        return sum(1 for _, is_asking in self._panels if view.is_asking or not is_asking)

    def _ringing(self, view: RingView) -> RingPanel:
        panel = RingPanel(view.item.id, self._is_listening, self._random)
        panel.stop_requested.connect(self.stop_requested)
        panel.snooze_requested.connect(self.snooze_requested)
        panel.task_shown.connect(self._bring_into_sight)
        return panel

    def _asking(self, view: RingView) -> AskingPanel:
        panel = AskingPanel(view.item.id, self._is_listening)
        panel.awake_requested.connect(self.awake_requested)
        return panel

    def _drop_all_but(self, kept: Collection[tuple[str, bool]]) -> None:
        focused = self.window().focusWidget()
        for key in [key for key in self._panels if key not in kept]:
            panel = self._panels.pop(key)
            if focused is not None and panel.isAncestorOf(focused):
                # Qt would give the focus to the next button, whichever that is.
                self.focus_dropped.emit()
            self._column.removeWidget(panel)
            # Not at once: its own button may be what was pressed just now.
            panel.hide()
            panel.deleteLater()

    def _bring_into_sight(self, part: QWidget) -> None:
        # It has its place only when the panels around it have made way.
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, 12))


def _key(view: RingView) -> tuple[str, bool]:
    return view.item.id, view.is_asking
