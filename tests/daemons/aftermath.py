"""What follows a ring as the witness knows it: snoozes, rings that come again, and questions.

While time goes on smoothly each comes at its instant to the microsecond. Passed in one go, what
had to sound sounds late or is missed, and a question is asked late, or not any more.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from alarmclock.core.activity.events import (
    AnsweredAwake,
    AskedAwake,
    Dismissed,
    Event,
    Missed,
    Snoozed,
    Unanswered,
)
from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Cause
from tests.daemons.builders import MINUTE

# A ring that is no later than this is on time whatever its late limit.
ON_TIME = timedelta(seconds=60)
ANSWER_WITHIN = MINUTE
BEFORE_NEXT_RING = MINUTE

DuesBetween = Callable[[str, datetime, datetime], list[datetime]]


@dataclass
class Following:
    """What one ring has ahead: when it sounds anew and is asked, and how often nobody answered."""

    sounds_at: datetime | None = None
    asks_at: datetime | None = None
    is_asking: bool = False
    unanswered: int = 0


@dataclass
class Aftermath:
    """Follows each ring from its first sound to its end.

    `is_smooth` tells that time goes on without jumps, `is_doubted` that the clock looks wrong;
    `dues_between` gives when the rule of an alarm rings after an instant and up to another.
    """

    alarms: dict[str, Alarm]
    dues_between: DuesBetween
    is_smooth: bool = False
    is_doubted: bool = False
    counted: Counter[str] = field(default_factory=Counter)
    _following: dict[str, Following] = field(default_factory=dict)
    _longest_snoozes: dict[str, datetime] = field(default_factory=dict)

    # What the household does

    def allow_snooze(self, item_id: str, until: datetime) -> None:
        """Note a snooze: it may end earlier, before the next ring, and no later."""
        self._longest_snoozes[item_id] = until

    def end(self, item_id: str) -> None:
        """Note that a ring is over."""
        self._following.pop(item_id, None)

    def set_clock(self, step: timedelta) -> None:
        """Note that the wall clock is set: what asks counts real time."""
        for one in self._following.values():
            if one.is_asking and one.sounds_at is not None:
                one.sounds_at += step

    # What is told

    def hear(self, event: Event) -> None:
        """Take note of what is told of a ring, and hold it to the rules."""
        match event:
            case Snoozed():
                assert event.at < event.until <= self._longest_snoozes[event.item_id], event
                self._following[event.item_id] = Following(sounds_at=event.until)
            case Dismissed():
                self._hear_dismissed(event)
            case Unanswered():
                self._hear_unanswered(event)
            case AskedAwake():
                self._hear_asked(event)
            case AnsweredAwake():
                one = self._following.pop(event.item_id)
                assert one.is_asking or one.asks_at is not None, event
                self.counted["awake"] += 1

    def sounds_anew(self, item_id: str, due: datetime) -> None:
        """Take note that a ring which was heard before sounds once more."""
        one = self._following.get(item_id)
        assert one is not None, f"{item_id} rang without a reason"
        assert one.sounds_at == due, f"{item_id} rang without a reason"
        kind = "not awake" if one.is_asking else "nobody" if one.unanswered else "a snooze"
        self.counted[f"heard again after {kind}"] += 1
        self._following[item_id] = Following(unanswered=one.unanswered)

    def hear_missed(self, event: Missed) -> None:
        """Hold a ring that was given up to how often it comes again."""
        one = self._following.pop(event.item_id, Following())
        if not self.is_smooth or event.cause is not Cause.UNANSWERED:
            return
        ring = self.alarms[event.item_id].ring
        if one.unanswered < ring.again:
            following = self.dues_between(event.item_id, event.at, event.at + ring.again_every)
            assert any(due - BEFORE_NEXT_RING <= event.at for due in following), event

    def go_on(self, now: datetime) -> None:
        """Insist that until now all has come that had to."""
        for item_id, one in self._following.items():
            for moment in (one.sounds_at, one.asks_at):
                assert moment is None or moment > now, f"did not come: {item_id}, {one}"

    def jump(self, now: datetime) -> None:
        """Let go of the questions that were passed in one go and came too late."""
        for item_id, one in list(self._following.items()):
            if one.asks_at is not None and one.asks_at <= now:
                limit = self.alarms[item_id].ring.late_limit
                assert not self.is_doubted, one
                assert limit is not None, one
                assert now - one.asks_at > max(limit, ON_TIME), one
                self.counted["not asked any more"] += 1
                self.end(item_id)
        self.go_on(now)

    def _hear_dismissed(self, event: Dismissed) -> None:
        self.end(event.item_id)
        awake_after = self.alarms[event.item_id].ring.awake_after
        if awake_after is not None:
            self._following[event.item_id] = Following(asks_at=event.at + awake_after)

    def _hear_unanswered(self, event: Unanswered) -> None:
        ring = self.alarms[event.item_id].ring
        before = self._following.get(event.item_id, Following())
        assert before.sounds_at is None, event
        assert before.unanswered < ring.again, event
        latest = event.at + ring.again_every
        assert event.until <= latest, event
        if self.is_smooth and event.until != latest:
            following = self.dues_between(event.item_id, event.at, latest)
            assert event.until + BEFORE_NEXT_RING in following, event
        self._following[event.item_id] = Following(event.until, unanswered=before.unanswered + 1)
        self.counted["nobody answered, comes again"] += 1

    def _hear_asked(self, event: AskedAwake) -> None:
        before = self._following.get(event.item_id, Following())
        assert before.asks_at is not None, event
        late = event.at - before.asks_at
        limit = self.alarms[event.item_id].ring.late_limit
        if self.is_smooth:
            assert late == timedelta(0), event
        elif limit is not None and not self.is_doubted:
            assert timedelta(0) <= late <= max(limit, ON_TIME), event
        assert event.until == event.at + ANSWER_WITHIN, event
        self._following[event.item_id] = Following(event.until, is_asking=True)
        self.counted["asked"] += 1
