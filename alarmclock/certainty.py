"""Joins all that makes sure of a ring: the proof beforehand, the proof while it rings, the help.

computer -> Readiness -> card, list, editor; a warning ten minutes before
book     -> Ringer, Attendant, Announcer: sound, computer, notifications
player   -> Hearing: proved, or the last resort
Approach -> all who get ready before a due, and the Guard that rings if the loop is stuck
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from alarmclock.core.activity.events import Event, RangByGuard
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.commands import Commands
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.doubts import Doubts
from alarmclock.core.certainty.mender import Mender
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Grade
from alarmclock.core.change import Change
from alarmclock.core.goal import Goal
from alarmclock.core.player import READY_FOR, Player
from alarmclock.core.ring_settings import is_own_file
from alarmclock.core.settings import Settings
from alarmclock.core.sounding.announcing import Announcer
from alarmclock.core.sounding.attending import BEFORE_RINGS, WHILE_ARMED, Attendant
from alarmclock.core.sounding.hearing import Hearing
from alarmclock.core.sounding.trial import Result, Trial
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.words.wording import activity_name, item_name
from alarmclock.daemons.approach import Approach
from alarmclock.daemons.clock import SystemClock, WakingClock, settle
from alarmclock.daemons.guard import MOST_EXPECTED, Guard, can_guard
from alarmclock.daemons.readiness_watch import ReadinessWatch
from alarmclock.desktop.ringer import Ringer
from alarmclock.ui.shell import Shell
from alarmclock.values import dataclass

# The device is opened so long before a due; it stays open a little longer than that.
GET_READY = READY_FOR - timedelta(seconds=5)
RINGS_NOW = "Something rings at this moment. Stop it, and try again."


@dataclass(frozen=True, slots=True)
class Parts:
    """What is there already when certainty is joined."""

    book: AlarmBook
    clock: WakingClock
    commands: Commands
    preferences: Preferences
    readiness: Readiness
    player: Player
    machine: Machine
    shell: Shell
    record: Callable[[Event], None]
    check_sound: Callable[[str], None]
    accept_clock: Callable[[], None]


class Certainty:
    """Everything around a ring, started after the first picture and ended before the loop."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        book, clock, machine, shell = parts.book, parts.clock, parts.machine, parts.shell
        self.approach = Approach(book, clock)
        bar = shell.window.message_bar
        self._doubts = Doubts(
            book,
            parts.record,
            lambda: machine.notifier.server is not None,
            bar.remind,
            bar.forget,
        )
        self.watch = ReadinessWatch(
            book,
            clock,
            machine,
            parts.readiness,
            self.approach,
            parts.check_sound,
            self._doubts.warn,
            self._doubts.unwarn,
        )
        self.mender = Mender(
            book,
            parts.preferences,
            parts.readiness,
            machine.outlet,
            self.watch.look,
            parts.accept_clock,
            shell.choose_sound,
        )
        self.ringer = Ringer(book, parts.player)
        self._attendant = Attendant(book, machine, parts.preferences, self._next_due, parts.record)
        self._announcer = Announcer(
            book, machine.notifier, shell.desk, shell.come_to_front, shell.mend, self._doubts
        )
        self._hearing = Hearing(
            book,
            parts.player,
            machine.outlet,
            machine.last_resort,
            parts.record,
            parts.commands.answering.note_heard,
            shell.ring_desk,
        )
        self.trial = Trial(
            clock,
            parts.player,
            machine,
            self._attendant.attend_trial,
            shell.ring_desk.show_trial,
            self._tell_result,
        )
        self._guard = Guard(self._ring_by_guard, self._hand_over)
        self._notice_before = parts.preferences.settings.notice_before
        self._expects_soon = False
        self._loop: asyncio.AbstractEventLoop
        self._handing_over: asyncio.Task[None] | None = None

    # Life

    def start(self) -> None:
        """Attend to what rings already, and follow everything from now on, in the running loop."""
        parts = self._parts
        self._loop = asyncio.get_running_loop()
        self.ringer.start()
        parts.machine.start()
        self._tell_before()
        self.watch.start()
        self._attendant.start()
        self._announcer.start()
        parts.book.listen(self._follow)
        parts.preferences.listen(self._follow_settings)
        self.approach.on_change(self._follow_approach)
        if isinstance(parts.clock, SystemClock) and can_guard():
            self._guard.start(self._loop.call_soon_threadsafe)

    def look(self) -> None:
        """Look once a second while something rings, or is tried out."""
        if self._parts.book.ringing():
            # What is told of very many rings goes to disk in one go.
            with self._parts.commands.answering.together():
                self._hearing.look()
        else:
            self._hearing.look()
        if self.trial.is_running:
            self.trial.look()
            self._parts.shell.editor_desk.show_trial_left(self.trial.left)

    def show_clock_changed(self) -> None:
        """Begin anew: the clock or the zone has changed, or is doubted."""
        self.approach.renew()
        self.watch.take_in()

    def end(self) -> None:
        """Fall silent, and leave the computer as it was."""
        self.trial.stop()
        self._guard.close()
        self._parts.player.stop_all()
        self._parts.machine.close()

    # Before a due

    def _tell_before(self) -> None:
        self.approach.tell(lambda: GET_READY, self._get_ready)
        self.approach.tell(lambda: BEFORE_RINGS, lambda _goal: self._attendant.look())
        self.approach.tell(lambda: WHILE_ARMED, lambda _goal: self._attendant.look())
        self.approach.tell(lambda: self._notice_before, self._tell_soon)

    def _get_ready(self, goal: Goal) -> None:
        item = self._parts.book.find(goal.item_id)
        if item is not None:
            self._parts.player.get_ready(item.ring.sound)

    def _tell_soon(self, goal: Goal) -> None:
        if self._notice_before is not None:
            self._announcer.tell_soon(goal, self._notice_before)

    def _next_due(self) -> tuple[str, datetime] | None:
        goal = self.approach.first
        item = self._parts.book.find(goal.item_id) if goal else None
        return (item_name(item), goal.at) if goal and item else None

    # Changes

    def _follow(self, change: Change) -> None:
        self._hearing.follow()
        self._guard.let_go(change.item_ids)
        self._expect_soon()
        if self.trial.is_running and self._parts.book.ringing():
            self.trial.stop()

    def _follow_approach(self) -> None:
        self._attendant.look()
        self._expect_soon()

    def _follow_settings(self, settings: Settings) -> None:
        self._parts.readiness.use(settings)
        if settings.notice_before != self._notice_before:
            self._notice_before = settings.notice_before
            self.approach.renew()

    # The guard

    def _expect_soon(self) -> None:
        """Tell the guard what is due next, once however much changes in a turn of the loop."""
        if not self._expects_soon:
            self._expects_soon = True
            self._loop.call_soon(self._expect)

    def _expect(self) -> None:
        self._expects_soon = False
        now = self._parts.clock.now()
        goals = self.approach.next_few(MOST_EXPECTED)
        self._guard.expect(goal for goal in goals if goal.at >= now)

    def _ring_by_guard(self, goal: Goal) -> None:
        """Let it sound, on the guard's thread."""
        item = self._parts.book.find(goal.item_id)
        if item is not None:
            choices = item.ring
            self._parts.player.play(item.id, choices.sound, choices.volume, choices.rise)

    def _hand_over(self, rung: list[tuple[Goal, timedelta]]) -> None:
        """Say what the guard did, and let the sound follow the book again."""
        for goal, late in rung:
            item = self._parts.book.find(goal.item_id)
            event = RangByGuard(
                at=self._parts.clock.now(),
                item_id=goal.item_id,
                label=activity_name(item) if item else "",
                due=goal.at,
                late=late,
            )
            self._parts.record(event)
        self._handing_over = self._loop.create_task(self._follow_when_settled())

    async def _follow_when_settled(self) -> None:
        await settle()
        self.ringer.follow()

    # Trial

    def begin_trial(self, alarm: Alarm) -> None:
        """Try an alarm out, unless something rings: that would be heard instead."""
        if self._parts.book.ringing():
            self._tell_result(Result(Grade.WARNING, RINGS_NOW))
        else:
            self.trial.begin(alarm)

    def _tell_result(self, result: Result | None) -> None:
        self._parts.shell.editor_desk.show_trial_result(result)


def sounds_usable(player: Player) -> Callable[[str], None]:
    """Give the check of a sound by decoding it, but for our own, which are known to be good."""

    def check(sound: str) -> None:
        if is_own_file(sound):
            player.prepare(sound)

    return check
