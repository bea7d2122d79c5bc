"""What a card of the list says about an alarm."""

from datetime import date, datetime, tzinfo

from alarmclock.core.activity.ring_words import waiting_words
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook, Moment, State
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import Weekdays
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import ONE_MINUTE, ONE_SECOND, instant_words, wall_time
from alarmclock.ui.alarms import standing_text
from alarmclock.values import dataclass

SEPARATOR = " · "
# The states that a row tells by their names and colours.
COLOURS = {
    State.RINGING: "good",
    State.SNOOZED: "warn",
    State.MISSED: "bad",
    State.PAUSED: "warn",
}
NOT_WAITING = (State.RINGING, State.PAUSED)


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """An alarm as it stands, with all that its card needs to know."""

    alarm: Alarm
    state: State
    is_on: bool
    due: datetime | None
    ring: Ring | None

    @property
    def days(self) -> frozenset[int] | None:
        """The chosen weekdays, None for an alarm without chips."""
        rule = self.alarm.rule
        return frozenset(int(day) for day in rule.days) if isinstance(rule, Weekdays) else None

    def words_for_days(self) -> str:
        """Say the weekdays where there is no room for chips; empty for other rules."""
        return alarm_rule_words(self.alarm) if self.days is not None else ""

    @property
    def name(self) -> str:
        """The label, or what there is instead."""
        return self.alarm.label or "Alarm"

    def digits(self, zone: tzinfo) -> str:
        """Give the time that a person here reads on the clock when it rings."""
        if self.alarm.zone is not None and self.due is not None:
            return wall_time(self.due.astimezone(zone).time().replace(microsecond=0))
        return wall_time(self.alarm.time)

    def detail(self, now: datetime, zone: tzinfo) -> str:
        """Give the second line: how it stands and when it rings."""
        match self.state:
            case State.RINGING:
                parts = ["ringing now"]
            case State.SNOOZED if self.ring and self.ring.snoozed_until:
                parts = [waiting_words(self.ring, self.ring.snoozed_until, now, zone)]
            case State.MISSED if self.ring:
                missed = f"missed {instant_words(self.ring.due, now, zone)}"
                parts = [missed, *standing_text.next_ring(self.alarm, self.due, now, zone)]
            case State.PAUSED:
                parts = standing_text.paused(self.alarm, self.due, now, zone)
            case State.ARMED:
                parts = standing_text.standing(self.alarm, self.due, now, zone) or ["over"]
            case _:
                parts = [alarm_rule_words(self.alarm)]
        return SEPARATOR.join(parts)

    def colour(self, now: datetime, zone: tzinfo) -> str:
        """Give the name of the second line's colour."""
        if self.state is State.ARMED and self.skips(now, zone):
            return "warn"
        return COLOURS.get(self.state, "muted" if self.is_on else "dim")

    def skips(self, now: datetime, zone: tzinfo) -> list[date]:
        """Give the days before the next ring on which it is skipped, the first one first."""
        return standing_text.skips(self.alarm, self.due, now, zone)

    @property
    def waits(self) -> bool:
        """True while a ring is to come that should be heard."""
        return self.is_on and self.due is not None and self.state not in NOT_WAITING

    def whole(self, now: datetime, zone: tzinfo, against: str = "") -> str:
        """Say everything in one line, for screen readers and for automation.

        ``against`` says what speaks against the next ring; empty when nothing does.
        """
        state = "on" if self.is_on else "off"
        if self.state in COLOURS:
            state = self.state.value
        parts = [self.digits(zone), self.name, alarm_rule_words(self.alarm)]
        detail = self.detail(now, zone)
        told = [state, f"{against[0].lower()}{against[1:]}"] if against else [state]
        return ", ".join([*parts, detail, *told] if detail != parts[-1] else [*parts, *told])


@dataclass(frozen=True, slots=True)
class Told:
    """The second line of a card as it was said at an instant, and until when it stands."""

    row: AlarmRow
    text: str
    at: datetime
    zone: tzinfo
    until: datetime

    def stands(self, row: AlarmRow, now: datetime, zone: tzinfo) -> bool:
        """Tell whether it would be said in the same words again."""
        return row is self.row and zone is self.zone and self.at <= now < self.until


def told(row: AlarmRow, now: datetime, zone: tzinfo) -> Told:
    """Say the second line of a card.

    It tells days, and lengths to the minute: it stands until the next whole minute of the clock,
    or until a second less than whole minutes is left; below a minute each second is told.
    """
    until = now.replace(second=0, microsecond=0) + ONE_MINUTE
    if row.due is not None:
        minutes = (row.due - now + ONE_SECOND) // ONE_MINUTE
        until = min(until, row.due - minutes * ONE_MINUTE + ONE_SECOND if minutes else now)
    return Told(row, row.detail(now, zone), now, zone, until)


def row_of(book: AlarmBook, alarm: Alarm, moment: Moment | None = None) -> AlarmRow:
    """Read from the book how an alarm stands."""
    moment = moment or book.moment()
    rings = book.rings(alarm.id)
    shown = book.open_ring(alarm.id) if rings else None
    if rings and shown is None:
        shown = next((ring for ring in reversed(rings) if ring.is_unacknowledged), None)
    return AlarmRow(
        alarm,
        book.state(alarm.id, moment),
        book.is_on(alarm.id),
        book.due(alarm.id, moment),
        shown,
    )
