"""The window that comes to the front when something rings."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from alarmclock.core.ports import Clock
from alarmclock.ui.ring.face import Face
from alarmclock.ui.ring.flash import Flash
from alarmclock.ui.ring.front import Front
from alarmclock.ui.ring.glass_button import ENTER_KEYS, PRESS_KEYS, GlassButton
from alarmclock.ui.ring.panels import Panels
from alarmclock.ui.ring.problems import Problems
from alarmclock.ui.ring.task_view import is_typing
from alarmclock.ui.ring.view import RingView, apart, rest_words, title
from alarmclock.ui.sky import Sky
from alarmclock.ui.widgets.look import wear
from alarmclock.ui.widgets.motion import motion_ms

SIZE = QSize(560, 640)
SMALLEST = QSize(340, 400)
# While the whole screen flashes, what there is to read stands still in the middle.
LARGEST_IN_FLASH = QSize(640, 760)
# A window lower than this has small digits, one still lower has no face.
ROOM_FOR_DIGITS, ROOM_FOR_FACE = 560, 440
# So long after a ring appears, keys go to nobody: somebody may be typing elsewhere.
DEAF_FOR = timedelta(milliseconds=500)
# A letter answers nothing: who types one goes on typing, and the next Space or Enter is meant so.
DEAF_AFTER_LETTER = timedelta(seconds=1)
BRIGHT = QColor("#FFFFFF")


class RingWindow(QWidget):
    """Shows every ring that sounds, and every question, each to be answered for itself."""

    stop_requested = Signal(str)
    snooze_requested = Signal(str, object)
    awake_requested = Signal(str)
    stop_all_requested = Signal()
    unmute_requested = Signal()

    def __init__(
        self, clock: Clock, random: Random | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._clock = clock
        self._sky = Sky()
        self._rung_at: dict[tuple[str, bool], datetime] = {}
        self._deaf_until = timedelta(0)
        self._frame = QVBoxLayout(self)
        self._board = QFrame()
        self._face = Face()
        # Chance chooses the numbers of a sum; nobody's secret depends on them.
        self._panels = Panels(lambda: self.is_listening, random or Random())  # noqa: S311
        self._stop_all = GlassButton("Stop all (F12)", "glassSmall", lambda: self.is_listening)
        self._rest = QLabel()
        self._problems = Problems(lambda: self.is_listening)
        self._flash = Flash(self)
        self._front = Front(self)
        self._set_up()
        self._join()

    def show_rings(self, views: Sequence[RingView]) -> None:
        """Show what rings now, come to the front for a new ring, go away with the last."""
        shown = {(view.item.id, view.is_asking): view.ring.rang_at for view in views}
        is_new = any(self._rung_at.get(key) != rang_at for key, rang_at in shown.items())
        self._rung_at = shown
        shown_apart = apart(views)
        self._panels.show_rings(shown_apart, self._clock.zone())
        self._rest.setText(rest_words(len(views) - len(shown_apart)))
        self._rest.setVisible(len(views) > len(shown_apart))
        self._stop_all.setVisible(len(views) > 1)
        if not views:
            self._go()
            return
        self._arrange()
        self.setWindowTitle(title(views))
        self.show_time()
        if is_new:
            self._come()

    def show_time(self) -> None:
        """Show the present second."""
        now, zone = self._clock.now(), self._clock.zone()
        self._face.show_time(now.astimezone(zone))
        self._panels.show_time(now, zone)
        self.update()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing is heard; nothing when all is well."""
        self._problems.show_sound(sentence)

    def show_volume_problem(self, sentence: str, button: str) -> None:
        """Say that it is muted or too low, and what a press of the button does about it."""
        self._problems.show_volume(sentence, button)

    def flash(self, on: bool) -> None:
        """Wake by light where no sound does: fill the screen and flash. Esc ends it as well."""
        if not on:
            self._end_flash()
        elif self._rung_at and not self._flash.is_on:
            self._begin_flash()

    @property
    def is_listening(self) -> bool:
        """False in the half second after a ring has appeared, and in the second after a letter."""
        return self._clock.elapsed() >= self._deaf_until

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stops and Space snoozes the ring whose buttons have the focus, else the first."""
        if event.text().isprintable() and event.text().strip():
            self._deaf_until = self._clock.elapsed() + DEAF_AFTER_LETTER
        if event.isAutoRepeat() or not self.is_listening:
            return
        panel = self._panels.chosen()
        match event.key():
            case key if key in PRESS_KEYS and panel is not None:
                # While a task is shown, Space is meant for its answer, wherever the focus went.
                if key in ENTER_KEYS or panel.is_asking_task:
                    panel.answer()
                else:
                    panel.snooze()
            case Qt.Key.Key_F12:
                self.stop_all_requested.emit()
            case Qt.Key.Key_Escape if self._flash.is_on:
                self._end_flash()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: only an answer ends a ring."""
        event.setAccepted(not self._rung_at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the best of the room."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sky of this time of day, or the light."""
        painter = QPainter(self)
        if self._flash.is_bright:
            painter.fillRect(self.rect(), BRIGHT)
            return
        local = self._clock.now().astimezone(self._clock.zone())
        self._sky.paint(painter, QRectF(self.rect()), local)

    # Inside

    def _set_up(self) -> None:
        self.setObjectName("ringWindow")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self._board.setObjectName("ringBoard")
        self._stop_all.setObjectName("stopAll")
        self._stop_all.setAccessibleName("Stop all")
        self._stop_all.setToolTip("Stop everything that rings (F12)")
        self._stop_all.hide()
        self._rest.setObjectName("moreRings")
        self._rest.setProperty("look", "onSky")
        self._rest.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rest.hide()
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self._board)
        column = QVBoxLayout(self._board)
        column.setContentsMargins(16, 36, 16, 24)
        column.setSpacing(12)
        column.addWidget(self._face, 2)
        column.addWidget(self._panels, 5)
        column.addWidget(self._rest)
        column.addWidget(self._stop_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._problems)

    def _join(self) -> None:
        panels = self._panels
        panels.stop_requested.connect(self.stop_requested)
        panels.snooze_requested.connect(self.snooze_requested)
        panels.awake_requested.connect(self.awake_requested)
        panels.focus_dropped.connect(self.setFocus)
        panels.grown.connect(self._arrange)
        panels.grown.connect(self.show_time)
        self._stop_all.clicked.connect(self.stop_all_requested)
        self._problems.unmute_requested.connect(self.unmute_requested)
        self._problems.focus_dropped.connect(self.setFocus)
        self._flash.changed.connect(self.update)

    def _come(self) -> None:
        self._deaf_until = self._clock.elapsed() + DEAF_FOR
        self._front.come()
        if not is_typing(self.focusWidget()):
            self.setFocus()

    def _go(self) -> None:
        self._end_flash()
        self._front.leave()
        self.hide()

    def _begin_flash(self) -> None:
        self._flash.begin(moving=motion_ms(self, 1) > 0)
        wear(self._board, True, "flash")
        self.showFullScreen()
        self.raise_()

    def _end_flash(self) -> None:
        if self._flash.is_on:
            self._flash.end()
            wear(self._board, False, "flash")
            self.showNormal()
            self._arrange()

    def _arrange(self) -> None:
        """Keep Stop in sight: several rings, or a low window, leave less room for digits."""
        room = self.size().boundedTo(LARGEST_IN_FLASH) if self._flash.is_on else self.size()
        across, down = (self.width() - room.width()) // 2, (self.height() - room.height()) // 2
        self._frame.setContentsMargins(across, down, across, down)
        compact = len(self._panels) > 1 or room.height() < ROOM_FOR_DIGITS
        self._face.be_small(small=compact)
        self._face.setVisible(room.height() >= ROOM_FOR_FACE)
        self._panels.be_compact(compact=compact)
