"""A trial: the whole ring of an alarm for ten seconds, and what it proved."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from alarmclock.core.alarm import Alarm
from alarmclock.core.certainty.verdict import Grade
from alarmclock.core.player import TRIAL, Player
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring, claim
from alarmclock.core.schedule import Occurrence
from alarmclock.core.sounding.announcing import TRIAL as TRIAL_NOTICE
from alarmclock.core.sounding.ear import Ear, Finding
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.notifier import Notice, Press
from alarmclock.core.words.wording import item_name
from alarmclock.values import dataclass, replace

TRIAL_LENGTH = timedelta(seconds=10)
# A rise is shortened to this, so that its end is heard.
TRIAL_RISE = timedelta(seconds=5)
# Softer than this hardly anybody wakes: 34 decibels under the loudest.
SOFT_PEAK = 0.02
UNCERTAIN = "It can't be told whether it was."


class Attend(Protocol):
    """Arranges around a trial what is arranged around a ring."""

    def __call__(self, *, is_running: bool) -> None:
        """Arrange it, or put it back."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a trial proved: a sentence, and how good it is."""

    grade: Grade
    sentence: str


class Trial:
    """Rings an alarm that need not be saved, by sound, window and notification.

    `attend` arranges around it what is arranged around a ring; `show` shows it in the window of
    rings, or takes it away for None; `tell` is called with the result, None when the trial was
    broken off before anything was proved.
    """

    def __init__(
        self,
        clock: Clock,
        player: Player,
        machine: Machine,
        attend: Attend,
        show: Callable[[tuple[Alarm, Ring] | None], None],
        tell: Callable[[Result | None], None],
    ) -> None:
        self._clock = clock
        self._player = player
        self._machine = machine
        self._ear = Ear(player, machine.outlet)
        self._attend = attend
        self._show = show
        self._tell = tell
        self._begun: timedelta | None = None
        self._best: Finding | None = None
        self._newest: Finding | None = None

    @property
    def is_running(self) -> bool:
        """True while it rings."""
        return self._begun is not None

    @property
    def left(self) -> timedelta:
        """Give how long it still rings."""
        if self._begun is None:
            return timedelta(0)
        return max(self._begun + TRIAL_LENGTH - self._clock.elapsed(), timedelta(0))

    def begin(self, alarm: Alarm) -> None:
        """Ring as this alarm will."""
        self._begun = self._clock.elapsed()
        self._best = self._newest = None
        ring = alarm.ring
        # First of all: a sound server needs a moment to begin to measure.
        self._attend(is_running=True)
        self._player.play(TRIAL, ring.sound, ring.volume, min(ring.rise, TRIAL_RISE))
        presses = ((Press.OPEN, "Show"),)
        notice = Notice(
            f"Trial: {item_name(alarm)}", "This is how it rings.", presses, is_urgent=True
        )
        self._machine.notifier.show(_NOTICE, notice)
        tried = replace(alarm, id=TRIAL)
        self._show((tried, self._ring(tried)))

    def look(self) -> None:
        """Listen, once a second or oftener, and come to an end in time."""
        if self._begun is None:
            return
        self._newest = self._ear.listen()
        if self._is_better(self._newest):
            self._best = self._newest
        if self._clock.elapsed() - self._begun >= TRIAL_LENGTH:
            self._tell_and_end(self._result())

    def stop(self) -> None:
        """End it now; what was proved until then is told."""
        if self._begun is not None:
            self._tell_and_end(self._result() if self._best else None)

    def _tell_and_end(self, result: Result | None) -> None:
        self._begun = None
        self._player.stop(TRIAL)
        self._attend(is_running=False)
        self._machine.notifier.withdraw(_NOTICE)
        self._show(None)
        self._tell(result)

    def _is_better(self, finding: Finding) -> bool:
        if not finding.is_heard:
            return False
        return self._best is None or (finding.peak or 0.0) > (self._best.peak or 0.0)

    def _result(self) -> Result:
        best = self._best
        if best is None:
            newest = self._newest
            why = (newest.problem or newest.volume_problem) if newest else ""
            return Result(Grade.BAD, f"Not heard. {why or UNCERTAIN}")
        where = f" on {best.device}" if best.device else ""
        if best.peak is None:
            return Result(Grade.GOOD, f"Played{where}; what comes out can't be measured here.")
        if best.volume_problem:
            return Result(
                Grade.WARNING, f"Heard: peak {best.peak:.2f}{where}. {best.volume_problem}"
            )
        if best.peak < SOFT_PEAK:
            return Result(Grade.WARNING, f"Heard, but softly: peak {best.peak:.2f}{where}.")
        return Result(Grade.GOOD, f"Heard: peak {best.peak:.2f}{where}.")

    def _ring(self, alarm: Alarm) -> Ring:
        now: datetime = self._clock.now().astimezone(UTC)
        local = now.astimezone(self._clock.zone())
        wall = local.time().replace(microsecond=0)
        ring = claim(Occurrence(alarm.id, local.date(), wall, now), now)
        return replace(ring, due=now)


_NOTICE = f"{TRIAL_NOTICE} now"
