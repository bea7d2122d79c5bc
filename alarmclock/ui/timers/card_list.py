"""The cards of all timers, one beside or below the other."""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alarmclock.ui.timers.card import TimerCard
from alarmclock.ui.timers.card_places import Places
from alarmclock.ui.timers.row import TimerRow
from alarmclock.ui.widgets.icon import Icons

GAP = 12
NARROWEST_COLUMN = 460
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TimerCardList(QWidget):
    """Keeps one card for each timer: a card is changed in place, never made anew."""

    requested = Signal(object, str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._cards: dict[str, TimerCard] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[TimerCard]:
        """The cards in their order."""
        return list(self._cards.values())

    def show_timers(self, rows: Iterable[TimerRow], now: datetime, zone: tzinfo) -> None:
        """Show these timers, in this order."""
        before = self._cards
        wanted = {row.timer.id: row for row in rows}
        changed = [key for key, row in wanted.items() if self._is_news(row)]
        self._cards = {key: before.get(key) or self._new_card(row) for key, row in wanted.items()}
        for key in changed:
            self._cards[key].show_row(wanted[key], now, zone)
        self._drop_gone(before)
        if list(before) != list(wanted):
            self._put_in_tab_order()
        if changed or list(before) != list(wanted):
            self._arrange()
            self.updateGeometry()

    def show_time(self, now: datetime) -> None:
        """Count down to this moment."""
        for card in self._cards.values():
            card.show_time(now)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt to ask for the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all cards when they have this width."""
        return max((area.bottom() + 1 for _, area, _ in self._placed(width)), default=0)

    def sizeHint(self) -> QSize:
        """Ask for the height at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards in place for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from card to card with the arrow keys."""
        step = STEPS.get(Qt.Key(event.key()))
        cards = self.cards
        focused = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        if step is None or focused is None or not 0 <= focused + step < len(cards):
            super().keyPressEvent(event)
        else:
            cards[focused + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _is_news(self, row: TimerRow) -> bool:
        card = self._cards.get(row.timer.id)
        return card is None or card.row != row

    def _new_card(self, row: TimerRow) -> TimerCard:
        card = TimerCard(self._icons, row, self)
        card.requested.connect(self.requested)
        return card

    def _drop_gone(self, before: dict[str, TimerCard]) -> None:
        """Remove cards; the focus goes to the card that takes the place of a focused one."""
        focused = self.window().focusWidget()
        for place, (key, card) in enumerate(before.items()):
            if key not in self._cards:
                if focused in card.tab_stops:
                    self._focus_near(place)
                card.hide()
                card.deleteLater()

    def _focus_near(self, place: int) -> None:
        cards = self.cards
        if cards:
            cards[min(place, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_in_tab_order(self) -> None:
        stops = [stop for card in self.cards for stop in card.tab_stops]
        for first, second in pairwise([self, *stops]):
            QWidget.setTabOrder(first, second)

    def _arrange(self) -> None:
        for card, area, found in self._placed(self.width()):
            card.arrange(area, found)
            card.show()

    def _placed(self, width: int) -> Iterator[tuple[TimerCard, QRect, Places]]:
        """Find the place of each card, row by row, as many beside each other as fit."""
        columns = max((width + GAP) // (NARROWEST_COLUMN + GAP), 1)
        card_width = (width - GAP * (columns - 1)) // columns
        cards, top = self.cards, 0
        widest = max((card.time_width for card in cards), default=0)
        for start in range(0, len(cards), columns):
            row = [
                (card, card.places_at(card_width, widest))
                for card in cards[start : start + columns]
            ]
            height = max(found.height for _, found in row)
            for column, (card, found) in enumerate(row):
                left = column * (card_width + GAP)
                yield card, QRect(left, top, card_width, height), found
            top += height + GAP
