"""The main window: the rail, the pages, the side, and where each goes on a narrow screen."""

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alarmclock.ui.message_bar import MessageBar
from alarmclock.ui.rail import Rail
from alarmclock.ui.theme import Theme

SIZE = QSize(1120, 760)
SMALLEST = QSize(400, 560)
# Narrower than this, the side folds away; an open editor then covers the page.
ROOM_FOR_SIDE = 960
SIDE_WIDTH, EDITOR_WIDTH = 324, 420

if TYPE_CHECKING:
    from alarmclock.ui.clock_banner import ClockBanner
    from alarmclock.ui.closing.closing_view import ClosingView

MakeWidget = Callable[[], QWidget]


class PageNumber(IntEnum):
    """The pages in the order of the rail."""

    ALARMS = 0
    TIMERS = 1
    CALENDAR = 2
    ACTIVITY = 3
    SETTINGS = 4


WITH_SIDE = (PageNumber.ALARMS, PageNumber.TIMERS)


class MainWindow(QWidget):
    """Shows one page at a time. Pages are made when they are first wanted."""

    close_requested = Signal()
    close_now_requested = Signal()
    seen_changed = Signal()
    painted = Signal()
    page_shown = Signal(int)
    shortcuts_requested = Signal()
    add_requested = Signal()
    words_requested = Signal()
    pause_all_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    accept_clock_requested = Signal()
    stop_all_requested = Signal()
    checks_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("Alarm Clock")
        self.setWindowTitle("Alarm Clock")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.theme = theme
        self.rail = Rail(theme)
        self.message_bar = MessageBar()
        self.closing_view: ClosingView | None = None
        self._clock_banner: ClockBanner | None = None
        self._makers: dict[PageNumber, MakeWidget] = {}
        self._pages: dict[PageNumber, QWidget] = {}
        self._page = PageNumber.ALARMS
        self._center = QStackedWidget()
        self._side = QStackedWidget()
        self._column = QWidget()
        self._may_close = False
        self.is_covered = False
        self._was_painted = False
        self._lay_out()
        self._listen()

    # Pages

    def set_pages(self, makers: dict[PageNumber, MakeWidget]) -> None:
        """Take the makers of the pages."""
        self._makers = makers

    def page(self, number: PageNumber) -> QWidget:
        """Give a page, made if need be."""
        if number not in self._pages:
            self._pages[number] = self._makers[number]()
            self._center.addWidget(self._pages[number])
        return self._pages[number]

    @property
    def page_number(self) -> PageNumber:
        """The page that is shown."""
        return self._page

    def show_page(self, number: int) -> None:
        """Show a page."""
        self._page = PageNumber(number)
        self._center.setCurrentWidget(self.page(self._page))
        self.rail.show_page(number)
        self._arrange()
        self.page_shown.emit(number)
        self.seen_changed.emit()

    def be_covered(self, covered: bool) -> None:
        """Know whether other windows cover all of this one."""
        if covered is not self.is_covered:
            self.is_covered = covered
            self.seen_changed.emit()

    def cover(self, widget: QWidget) -> None:
        """Show a widget in the place of the pages, until a page is shown again."""
        if self._center.indexOf(widget) < 0:
            self._center.addWidget(widget)
        self._center.setCurrentWidget(widget)
        self._arrange()

    def show_clock_problem(self, sentence: str) -> None:
        """Say over all pages what looks wrong with the clock; empty when nothing does."""
        if self._clock_banner is None:
            if not sentence:
                return
            self._clock_banner = self._make_clock_banner()
            self.add_banner(self._clock_banner)
        if sentence:
            self._clock_banner.show_problem(sentence)
        self._clock_banner.setVisible(bool(sentence))

    def add_banner(self, banner: QWidget) -> None:
        """Put a banner over all pages."""
        column = self._column.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, banner)
        QWidget.setTabOrder(self.rail, banner)

    # Side

    def set_panel(self, panel: QWidget) -> None:
        """Put the panel that is beside the page into its place."""
        self._side.insertWidget(0, panel)

    def show_editor(self, editor: QWidget) -> None:
        """Show the editor at the side; on a narrow window it covers the page.

        What covers the pages makes way for it.
        """
        if self._is_covered and self.closing_view is None:
            self.show_page(self._page)
        if self._side.indexOf(editor) < 0:
            self._side.addWidget(editor)
        self._side.setCurrentWidget(editor)
        self._arrange()

    def hide_editor(self) -> None:
        """Show the panel at the side again."""
        self._side.setCurrentIndex(0)
        self._arrange()

    @property
    def has_room_for_side(self) -> bool:
        """True while the side and a page can be seen together."""
        return self.width() >= ROOM_FOR_SIDE

    # Closing

    def begin_closing(self) -> "ClosingView":
        """Put the closing view in the place of everything else."""
        from alarmclock.ui.closing.closing_view import ClosingView

        view = self.closing_view = ClosingView(self.theme)
        view.close_now_requested.connect(self.close_now_requested)
        self.rail.setEnabled(False)
        self.message_bar.hide()
        self.cover(view)
        return view

    def close_for_good(self) -> None:
        """Close, whatever is going on."""
        self._may_close = True
        self.close()

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end of the loop; it closes the window when all daemons are cancelled."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if self.closing_view is not None:
            self.close_now_requested.emit()
        else:
            self.close_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the window can be seen."""
        super().showEvent(event)
        self.seen_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window is painted for the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After this turn: the parts of the window are painted after the window.
            QTimer.singleShot(0, self, self.painted.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the window can't be seen."""
        super().hideEvent(event)
        self.seen_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the window is minimised and comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.seen_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side away where there is no room for it."""
        super().resizeEvent(event)
        self._arrange()
        self.seen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc close at once while the window closes."""
        if self.closing_view is not None and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
        ):
            self.close_now_requested.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    @property
    def _is_covered(self) -> bool:
        return self._center.currentWidget() not in self._pages.values()

    @property
    def _is_editing(self) -> bool:
        return self._side.currentIndex() > 0

    def _lay_out(self) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 24)
        foot.addWidget(self.message_bar)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._center, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._column, 1)
        row.addWidget(self._side)

    def _make_clock_banner(self) -> "ClockBanner":
        from alarmclock.ui.clock_banner import ClockBanner

        banner = ClockBanner()
        banner.accept_requested.connect(self.accept_clock_requested)
        return banner

    def _listen(self) -> None:
        self.message_bar.undo_requested.connect(self.undo_requested)
        for keys, signal in (
            ("Ctrl+N", self.add_requested),
            ("Ctrl+L", self.words_requested),
            ("Ctrl+P", self.pause_all_requested),
            ("Ctrl+Z", self.undo_requested),
            ("Ctrl+Shift+Z", self.redo_requested),
            ("Ctrl+Y", self.redo_requested),
            ("F1", self.shortcuts_requested),
            ("F12", self.stop_all_requested),
            ("Ctrl+R", self.checks_requested),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)

    def _arrange(self) -> None:
        """Decide what is seen beside what."""
        wide = self.has_room_for_side
        covered = self._is_covered
        self.rail.be_narrow(narrow=self.width() < 560)
        self._side.setVisible(
            not covered and (self._is_editing or (wide and self._page in WITH_SIDE))
        )
        self._column.setVisible(covered or wide or not self._is_editing)
        if wide:
            self._side.setFixedWidth(EDITOR_WIDTH if self._is_editing else SIDE_WIDTH)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(self.width())
