"""The buttons of the kinds of rules: the common ones in a row, the others behind “More”."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from alarmclock.ui.editor.rule_kind import COMMON, RuleKind
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.icon import icon

GAP = 6
CHEVRON = 12
OBJECT_NAMES = {
    RuleKind.ONCE: "ruleOnce",
    RuleKind.ON_DATE: "ruleOnDate",
    RuleKind.WEEKDAYS: "ruleWeekdays",
    RuleKind.ON_DATES: "ruleOnDates",
    RuleKind.EVERY_DAYS: "ruleEveryDays",
    RuleKind.EVERY_WEEKS: "ruleEveryWeeks",
    RuleKind.ISO_WEEKS: "ruleIsoWeeks",
    RuleKind.MONTHLY_ON_DAY: "ruleMonthlyOnDay",
    RuleKind.MONTHLY_ON_WEEKDAY: "ruleMonthlyOnWeekday",
    RuleKind.YEARLY: "ruleYearly",
}
TOOLTIPS = {
    RuleKind.ONCE: "Ring the next time that it is this late.",
    RuleKind.ON_DATE: "Ring once, on a date.",
    RuleKind.WEEKDAYS: "Ring every week, on chosen weekdays.",
    RuleKind.ON_DATES: "Ring on dates that you choose one by one.",
    RuleKind.EVERY_DAYS: "Ring every second, third or so many days.",
    RuleKind.EVERY_WEEKS: "Ring on chosen weekdays of every second, third or so many weeks.",
    RuleKind.ISO_WEEKS: "Ring on chosen weekdays of the weeks with odd or even numbers.",
    RuleKind.MONTHLY_ON_DAY: "Ring every month on a day by its number, or on the last day.",
    RuleKind.MONTHLY_ON_WEEKDAY: "Ring every month on the first, second or last of a weekday.",
    RuleKind.YEARLY: "Ring every year on a date.",
}
SHOWS = "Show all rules, and limits such as a last date."
HIDES = "Hide what is not in use."
MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class RulePill(QPushButton):
    """One kind of rule, chosen or not."""

    moved = Signal(int)

    def __init__(self, kind: RuleKind, parent: QWidget | None = None) -> None:
        super().__init__(kind.value, parent)
        self.kind = kind
        self.setObjectName(OBJECT_NAMES[kind])
        self.setAccessibleName(kind.value)
        self.setToolTip(TOOLTIPS[kind])
        self.setProperty("look", "pill")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """Stay chosen when pressed again: one kind always is."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the kinds with the arrows; leave Enter to the editor, which saves."""
        if event.key() in MOVES:
            self.moved.emit(MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class RulePills(QWidget):
    """All kinds of rules, one of them chosen; what is chosen is always seen."""

    chosen = Signal(object)
    more_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Repeat")
        self._theme = theme
        self.kind = RuleKind.ONCE
        self._pills = {kind: RulePill(kind, self) for kind in COMMON}
        self._more = self._more_button()
        self._pills.update({kind: RulePill(kind, self) for kind in RuleKind if kind not in COMMON})
        self._lay_out()
        for pill in self._pills.values():
            pill.clicked.connect(self._choose_pressed)
            pill.moved.connect(self._move)
        self._more.toggled.connect(self._follow_more)
        theme.changed.connect(self._draw_more)
        self.show_more(more=False)
        self.show_kind(self.kind)

    def show_kind(self, kind: RuleKind) -> None:
        """Show a kind as chosen, without telling of it."""
        self.kind = kind
        for each, pill in self._pills.items():
            pill.setChecked(each is kind)
        self._show_pills()

    def show_more(self, *, more: bool) -> None:
        """Show the kinds behind “More”, or only what is chosen."""
        self._more.setChecked(more)
        self._follow_more()

    @property
    def first(self) -> RulePill:
        """The first of the buttons."""
        return self._pills[RuleKind.ONCE]

    @property
    def shows_more(self) -> bool:
        """True while everything is shown."""
        return self._more.isChecked()

    def _choose(self, kind: RuleKind) -> None:
        if kind is not self.kind:
            self.show_kind(kind)
            self.chosen.emit(kind)

    def _choose_pressed(self) -> None:
        pill = self.sender()
        assert isinstance(pill, RulePill)
        self._choose(pill.kind)

    def _move(self, steps: int) -> None:
        """Choose the neighbour, as arrows do in any group of choices."""
        pill = self.sender()
        assert isinstance(pill, RulePill)
        shown = [each for each in self._pills.values() if not each.isHidden()]
        reached = shown[(shown.index(pill) + steps) % len(shown)]
        reached.setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(reached.kind)

    def _follow_more(self) -> None:
        more = self._more.isChecked()
        self._more.setText("Less" if more else "More")
        self._more.setAccessibleName(self._more.text())
        self._more.setToolTip(HIDES if more else SHOWS)
        self._draw_more()
        self._show_pills()
        self.more_toggled.emit(more)

    def _show_pills(self) -> None:
        for kind, pill in self._pills.items():
            pill.setVisible(kind in COMMON or kind is self.kind or self.shows_more)
        self._others.setVisible(self.shows_more or self.kind not in COMMON)

    def _draw_more(self) -> None:
        name = "chevron-up" if self.shows_more else "chevron-down"
        self._more.setIcon(icon(name, self._theme.colour("muted"), CHEVRON))

    def _more_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("moreRules")
        button.setProperty("look", "more")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setIconSize(QSize(CHEVRON, CHEVRON))
        # The arrow stands behind the word.
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        common, self._others = QWidget(self), QWidget(self)
        first, second = FlowLayout(common, spacing=GAP), FlowLayout(self._others, spacing=GAP)
        for kind in COMMON:
            first.addWidget(self._pills[kind])
        first.addWidget(self._more)
        for kind, pill in self._pills.items():
            if kind not in COMMON:
                second.addWidget(pill)
        layout.addWidget(common)
        layout.addWidget(self._others)
