"""The rail at the left: the pages of the window."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from alarmclock.ui.theme import Theme, font
from alarmclock.ui.widgets.icon import Icons
from alarmclock.values import dataclass

WIDTH, NARROW_WIDTH = 84, 68
ICON = 24
PILL = QSize(52, 32)
BADGE, BADGE_EDGE = 18, 5
MOST_TOLD = 99


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the window: its name, its icon, its shortcut and the button's object name."""

    name: str
    icon: str
    shortcut: str
    object_name: str


PAGES = (
    Page("Alarms", "alarms", "Ctrl+1", "navAlarms"),
    Page("Timers", "timers", "Ctrl+2", "navTimers"),
    Page("Calendar", "calendar", "Ctrl+3", "navCalendar"),
    Page("Activity", "activity", "Ctrl+4", "navActivity"),
    Page("Settings", "settings", "Ctrl+5", "navSettings"),
)


class RailButton(QAbstractButton):
    """An icon over its name."""

    def __init__(self, page: Page, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self._icons = icons
        self._missed = 0
        self.setObjectName(page.object_name)
        self.setAccessibleName(page.name)
        self.setText(page.name)
        self.show_missed(0)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_missed(self, count: int) -> None:
        """Show how many missed rings wait on the page."""
        self._missed = count
        told = f"{count:,} missed" if count else ""
        tip = f"{self._page.name} ({self._page.shortcut})"
        self.setAccessibleDescription(told)
        self.setToolTip(f"{tip}: {told}" if told else tip)
        self.update()

    def sizeHint(self) -> QSize:
        """Fill the width of the rail."""
        return QSize(WIDTH, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in its pill, and the name below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "accent" if self.isChecked() else "muted"
        pill = QRectF((self.width() - PILL.width()) / 2, 2, PILL.width(), PILL.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(self._theme.colour("soft" if self.isChecked() else "line"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.colour("accent"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        drawn = self._icons.give(self._page.icon, role, ICON, self.devicePixelRatioF())
        place = pill.center().toPoint()
        painter.drawPixmap(place.x() - ICON // 2 + 1, place.y() - ICON // 2 + 1, drawn)
        painter.setPen(self._theme.colour(role))
        painter.setFont(font(12, QFont.Weight.DemiBold))
        below = QRect(0, 38, self.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._page.name)
        if self._missed:
            self._paint_badge(painter, pill)

    def _paint_badge(self, painter: QPainter, pill: QRectF) -> None:
        text = str(self._missed) if self._missed <= MOST_TOLD else f"{MOST_TOLD}+"
        painter.setFont(font(11, QFont.Weight.Bold))
        width = max(painter.fontMetrics().horizontalAdvance(text) + 2 * BADGE_EDGE, BADGE)
        badge = QRectF(min(pill.center().x() + 5, self.width() - width - 1), 0, width, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bad"))
        painter.drawRoundedRect(badge, BADGE / 2, BADGE / 2)
        painter.setPen(self._theme.colour("background"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """One button a page; tells which page is wanted."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 12)
        column.setSpacing(16)
        icons = Icons(theme)
        self._buttons = [RailButton(page, theme, icons, self) for page in PAGES]
        self._shown = 0
        for number, button in enumerate(self._buttons):
            column.addWidget(button)
            self._join(button, number)
        column.addStretch()

    def be_narrow(self, *, narrow: bool) -> None:
        """Take less room on a narrow window."""
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)

    def show_page(self, number: int) -> None:
        """Mark a page as the one that is shown."""
        self._shown = number
        for at, button in enumerate(self._buttons):
            button.setChecked(at == number)

    def show_missed(self, count: int) -> None:
        """Show on every page how many missed rings wait on the page of alarms."""
        self._buttons[0].show_missed(count)

    def _join(self, button: RailButton, number: int) -> None:
        def choose() -> None:
            self.show_page(self._shown)  # the press has checked the button; the page decides
            self.page_chosen.emit(number)

        button.clicked.connect(choose)
        # A shortcut of the button itself would wait for the end of its animation.
        QShortcut(QKeySequence(PAGES[number].shortcut), self).activated.connect(choose)
