"""What the ring window shows of one ring."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.ring_words import times_words
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring, snoozes_left
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.words.wording import (
    countdown,
    counted,
    instant_words,
    item_name,
    rough_length,
    wall_time,
)
from alarmclock.values import dataclass

# A ring that began so late is told to be late.
WORTH_TELLING = timedelta(seconds=5)
# So many have a panel each; as soon as one is answered, the next one gets its place.
MOST_APART = 8


@dataclass(frozen=True, slots=True)
class RingView:
    """A ring with its item, and when the item rings next.

    ``is_trial`` is true for a ring that somebody tries out. ``rings_again_at`` is set while
    “still awake?” is asked: then it rings again unless somebody answers.
    """

    item: Item
    ring: Ring
    next_due: datetime | None
    is_trial: bool = False
    rings_again_at: datetime | None = None

    @property
    def name(self) -> str:
        """The label, or what there is instead."""
        return item_name(self.item)

    @property
    def is_asking(self) -> bool:
        """True while it makes no sound but asks “still awake?”."""
        return self.rings_again_at is not None

    @property
    def can_snooze(self) -> bool:
        """False in a trial, and once it was snoozed as often as its limit allows."""
        return not self.is_trial and self._has_snoozes

    @property
    def snooze_words(self) -> str:
        """The words on the snooze button."""
        if not self._has_snoozes:
            return "No snooze left"
        return f"Snooze {rough_length(self.item.ring.snooze_length)}"

    @property
    def snooze_hint(self) -> str:
        """What the snooze button says under the pointer."""
        return "A trial can't be snoozed" if self.is_trial else "Snooze (Space)"

    def digits(self, zone: tzinfo) -> str:
        """Give the time at which it was due."""
        return wall_time(self.ring.due.astimezone(zone).time().replace(microsecond=0, second=0))

    def detail(self, now: datetime, zone: tzinfo) -> str:
        """Say whether it began late, how long it has rung, and when it rings next."""
        length = countdown(now - self.ring.rang_at)
        if self.is_trial:
            return f"Trial for {length}"
        text = f"ringing for {length}"
        if self._late >= WORTH_TELLING:
            # First, so that it is read where there is little room, too.
            text = f"{rough_length(self._late)} late · {text}"
        if self.ring.snoozes:
            times = "once" if self.ring.snoozes == 1 else f"{self.ring.snoozes} times"
            text += f" · snoozed {times}"
        if self.ring.unanswered:
            text += f" · {times_words(self.ring)}"
        if self.next_due is not None:
            text += f" · next {instant_words(self.next_due, now, zone)}"
        return text

    def asking_detail(self, now: datetime) -> str:
        """Say how long there is to answer that one is awake."""
        if self.rings_again_at is None or now >= self.rings_again_at:
            return "rings again now"
        return f"rings again in {countdown(self.rings_again_at - now)} unless you answer"

    @property
    def _late(self) -> timedelta:
        """How long after its due it began, as after a suspend; nothing once it comes again."""
        comes_again = self.ring.snoozes or self.ring.unanswered
        return timedelta(0) if comes_again else self.ring.rang_at - self.ring.due

    @property
    def _has_snoozes(self) -> bool:
        return snoozes_left(self.ring, self.item.ring.snooze_limit) != 0


def title(views: Sequence[RingView]) -> str:
    """Give the title of the window that shows these."""
    if len(views) == 1:
        return f"{_title_words(views[0])} – Alarm Clock"
    sounding = sum(not view.is_asking for view in views)
    words = counted(sounding, "alarm rings", "alarms ring") if sounding else "Still awake?"
    return f"{words} – Alarm Clock"


def _title_words(view: RingView) -> str:
    if view.is_asking:
        return f"Still awake? {view.name}"
    return f"Trial: {view.name}" if view.is_trial else view.name


def apart(views: Sequence[RingView]) -> list[RingView]:
    """Give those that are shown with a panel each: of what sounds, and of what asks, the first."""
    sounding = [view for view in views if not view.is_asking]
    asking = [view for view in views if view.is_asking]
    return sounding[:MOST_APART] + asking[:MOST_APART]


def rest_words(number: int) -> str:
    """Say that there are more than can be seen; empty when there are not."""
    return f"{number:,} more, one after the other as you answer these" if number else ""


def ring_views(book: AlarmBook) -> list[RingView]:
    """Read from the book what rings now, then what asks whether somebody is awake."""
    ringing = [
        RingView(item, ring, _next_due(book, item, ring) if place < MOST_APART else None)
        for place, (item, ring) in enumerate(book.ringing())
    ]
    asking = [
        RingView(item, ring, None, rings_again_at=ring.snoozed_until)
        for item, ring in book.asking()
    ]
    return ringing + asking


def _next_due(book: AlarmBook, item: Item, ring: Ring) -> datetime | None:
    if not isinstance(item, Alarm) or item.armed_at is None:
        return None
    following = next_occurrence(item, ring.due, book.clock.zone(), not_before=ring.day)
    return following.due if following else None
