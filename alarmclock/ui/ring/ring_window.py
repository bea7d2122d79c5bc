"""The window that comes to the front when something rings."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from alarmclock.core.ports import Clock
from alarmclock.core.wording import counted
from alarmclock.ui.clock_face import paint_face
from alarmclock.ui.ring.ring_panel import RingPanel
from alarmclock.ui.ring.view import RingView
from alarmclock.ui.sky import Sky

SIZE = QSize(560, 640)
SMALLEST = QSize(340, 400)
FACE, SMALL_FACE = 192, 96
# A window lower than this has small digits, one still lower has no face.
ROOM_FOR_DIGITS, ROOM_FOR_FACE = 560, 440
# So long after a ring appears, keys go to nobody: somebody may be typing elsewhere.
DEAF_FOR = timedelta(milliseconds=500)


class Face(QWidget):
    """The analog face over the panels; it makes way on a low window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._local: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(FACE)

    def show_time(self, local: datetime) -> None:
        """Show a local time."""
        self._local = local
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face if it is large enough to be read."""
        if self._local is not None and self.height() >= SMALL_FACE // 2:
            painter = QPainter(self)
            paint_face(painter, QRectF(self.rect()), self._local)


class RingWindow(QWidget):
    """Shows every ring that sounds, each to be answered for itself."""

    stop_requested = Signal(str)
    snooze_requested = Signal(str, object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("ringWindow")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self._clock = clock
        self._sky = Sky()
        self._panels: dict[str, RingPanel] = {}
        self._rung_at: dict[str, datetime] = {}
        self._deaf_until = timedelta(0)
        self._face = Face(self)
        self._problem = QLabel()
        self._column = self._set_up()

    def show_rings(self, views: Sequence[RingView]) -> None:
        """Show what rings now, come to the front for a new ring, go away with the last."""
        new = [view for view in views if self._rung_at.get(view.item.id) != view.ring.rang_at]
        self._rung_at = {view.item.id: view.ring.rang_at for view in views}
        self._drop_all_but(self._rung_at.keys())
        for view in views:
            self._panel(view.item.id).show_ring(view, self._clock.zone())
        self._arrange()
        if new:
            self._come_to_front()
        if not views:
            self.hide()
        else:
            self.setWindowTitle(_title(views))
            self.show_time()

    def show_time(self) -> None:
        """Show the present second."""
        now, zone = self._clock.now(), self._clock.zone()
        self._face.show_time(now.astimezone(zone))
        for panel in self._panels.values():
            panel.show_time(now, zone)
        self.update()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing is heard; nothing when all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @property
    def is_listening(self) -> bool:
        """False in the half second after a ring has appeared."""
        return self._clock.elapsed() >= self._deaf_until

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stops and Space snoozes the ring whose buttons have the focus, else the first."""
        if event.isAutoRepeat() or not self.is_listening:
            return
        panel = self._chosen()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if panel:
                panel.stop()
            case Qt.Key.Key_Space if panel:
                panel.snooze()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: only an answer ends a ring."""
        event.setAccepted(not self._panels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the best of the room."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sky of this time of day."""
        local = self._clock.now().astimezone(self._clock.zone())
        self._sky.paint(QPainter(self), QRectF(self.rect()), local)

    # Inside

    def _set_up(self) -> QVBoxLayout:
        panels = QWidget()
        panels.setObjectName("ringPanels")
        column = QVBoxLayout(panels)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        area = QScrollArea()
        area.setObjectName("ringArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(panels)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 36, 16, 24)
        whole.setSpacing(12)
        whole.addWidget(self._face, 2)
        whole.addWidget(area, 5)
        whole.addWidget(self._problem)
        self._problem.setObjectName("soundProblem")
        self._problem.setProperty("look", "onSky")
        self._problem.setWordWrap(True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.hide()
        return column

    def _panel(self, item_id: str) -> RingPanel:
        panel = self._panels.get(item_id)
        if panel is None:
            panel = self._panels[item_id] = RingPanel(item_id, lambda: self.is_listening)
            panel.stop_requested.connect(self.stop_requested)
            panel.snooze_requested.connect(self.snooze_requested)
            self._column.addWidget(panel)
        return panel

    def _drop_all_but(self, kept: Collection[str]) -> None:
        for item_id in [item_id for item_id in self._panels if item_id not in kept]:
            panel = self._panels.pop(item_id)
            # Not at once: its own button may be what was pressed just now.
            panel.hide()
            panel.deleteLater()

    def _arrange(self) -> None:
        """Keep Stop in sight: several rings, or a low window, leave less room for digits."""
        compact = len(self._panels) > 1 or self.height() < ROOM_FOR_DIGITS
        self._face.setMaximumHeight(SMALL_FACE if compact else FACE)
        self._face.setVisible(self.height() >= ROOM_FOR_FACE)
        for panel in self._panels.values():
            panel.be_compact(compact=compact)

    def _come_to_front(self) -> None:
        self._deaf_until = self._clock.elapsed() + DEAF_FOR
        if not self.isVisible():
            self._centre()
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def _centre(self) -> None:
        """Stand in the middle of the screen on which the pointer is."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.resize(self.size().boundedTo(room.size()))
        place = self.rect()
        place.moveCenter(room.center())
        self.move(place.topLeft())

    def _chosen(self) -> RingPanel | None:
        focused = self.focusWidget()
        for panel in self._panels.values():
            if focused is not None and panel.isAncestorOf(focused):
                return panel
        return next(iter(self._panels.values()), None)


def _title(views: Sequence[RingView]) -> str:
    if len(views) == 1:
        return f"{views[0].name} – Alarm Clock"
    return f"{counted(len(views), 'alarm rings', 'alarms ring')} – Alarm Clock"
