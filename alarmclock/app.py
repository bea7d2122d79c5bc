"""The whole program: builds the parts, joins them, runs the loop and shuts down.

This is the only place where the rooms meet. Commands go down from the window to the book;
changes and events come up again:

    window -> Editing, Answering -> AlarmBook -> store, keeper, ringer, window
    daemon -> ActivityLog -> store, window
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from alarmclock.calls import Calls
from alarmclock.core.activity.activity import ActivityLog
from alarmclock.core.activity.events import ClocksWillChange, EndedUnexpectedly, Event, Failed
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.commands import Commands
from alarmclock.core.book.greeting import sounding_again
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.certainty.facts import facts_of
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.change import Change
from alarmclock.core.errors import NotSaved
from alarmclock.core.goal import Goal
from alarmclock.core.outlook.clock_changes import ClockChanges
from alarmclock.core.plausible import Plausibility
from alarmclock.core.player import Player
from alarmclock.core.schedule import zone_named
from alarmclock.core.surroundings.machine import Machine
from alarmclock.daemons.arming import Arming
from alarmclock.daemons.clock import SystemClock, WakingClock, settle
from alarmclock.daemons.evening_watch import EveningWatch
from alarmclock.daemons.farewell import Farewell
from alarmclock.daemons.keeper import Keeper
from alarmclock.daemons.time_watch import TimeWatch
from alarmclock.desktop.application import Application
from alarmclock.desktop.footing.collector import Collector
from alarmclock.desktop.footing.data_folder import default_data_folder
from alarmclock.desktop.footing.footing import Footing
from alarmclock.desktop.footing.heap import give_back_what_is_free
from alarmclock.desktop.footing.uncaught import Uncaught
from alarmclock.desktop.lifetime import Lifetime
from alarmclock.desktop.sound.own_files import SOUNDS, OwnFiles
from alarmclock.desktop.zone import LOCALTIME, SystemZone
from alarmclock.desktop.zone_watch import ZoneWatch
from alarmclock.exchanging import Exchanging
from alarmclock.eyes import Eyes
from alarmclock.store.archive import Archive
from alarmclock.store.contents import Contents, Housekeeping, open_store
from alarmclock.store.store import Store
from alarmclock.ui.main_window import MainWindow, PageNumber
from alarmclock.ui.shell import Shell
from alarmclock.ui.theme import Theme
from alarmclock.ui.window_place import WindowPlace
from alarmclock.welcome import Welcome

if TYPE_CHECKING:
    from alarmclock.certainty import Certainty

logger = logging.getLogger(__name__)

# A window that opens minimised or behind others may never be painted.
LONGEST_FIRST_PICTURE_S = 0.5


def default_data_dir() -> Path:
    """Give the folder in which a person's alarms live on this system."""
    return Path(default_data_folder())


class AlarmClock(Lifetime):
    """The program. Nothing is read, started or shown before `run`, `start` or `with`.

    `data_dir` is where it keeps its data; `clock` and `player` are the machine's unless fakes
    are given, such as `daemons.fake_clock.FakeClock` and `core.player.SilentPlayer`; `machine` is
    the computer around it, by default the real one, or `core.surroundings.machine.Machine()` for
    one on paper; `localtime` is the link or the file that sets the system's zone.
    """

    window: MainWindow
    book: AlarmBook
    shell: Shell
    keeper: Keeper
    activity: ActivityLog
    certainty: "Certainty"

    def __init__(
        self,
        *,
        data_dir: Path | None = None,
        clock: WakingClock | None = None,
        player: Player | None = None,
        machine: Machine | None = None,
        localtime: Path = LOCALTIME,
    ) -> None:
        super().__init__()
        self.data_dir = data_dir or default_data_dir()
        self.clock: WakingClock = clock or SystemClock(SystemZone(localtime))
        self._localtime = localtime
        self.own_files = OwnFiles(self.data_dir / SOUNDS, lambda sound: self.player.prepare(sound))  # noqa: PLW0108 - made when wanted
        self._player = player
        self._machine = machine
        self.ready: "Certainty | None" = None  # noqa: UP037 - loaded later

    def start(self) -> None:
        """Open the window and return: whoever turns Qt's loop, turns the program with it.

        Raises AlreadyOpen when another one is open on the same folder.
        """
        self._footing = Footing(self.data_dir)
        self._left_behind = self._footing.take(self.clock.now())
        self._uncaught = Uncaught(lambda sentence: self.window.message_bar.warn(sentence))  # noqa: PLW0108 - made later
        self._farewell = Farewell()
        self._collector = Collector()
        self._collector.rest()
        give_back_what_is_free()
        super().start()

    def run(self) -> int:
        """Open the window, run until it is closed, and give the exit status: the process ends."""
        status = super().run()
        self._collector.look_no_more()
        return status

    def finish_when_ended(self) -> None:
        """Run until the window is closed; what nobody catches meanwhile is told."""
        self._uncaught.follow_process()
        try:
            super().finish_when_ended()
        finally:
            self._uncaught.leave_process()

    @property
    def player(self) -> Player:
        """What plays the sounds; the machine's own is made when it is first wanted."""
        if self._player is None:
            from alarmclock.desktop.sound.engine import SoundEngine

            self._player = SoundEngine(resolve=self.own_files.resolve)
        return self._player

    @property
    def machine(self) -> Machine:
        """The computer around the program; the real one is made when it is first wanted."""
        if self._machine is None:
            from alarmclock.desktop.machine import real_machine

            self._machine = real_machine(self.player, self.data_dir)
        return self._machine

    # 1. Open: store, parts, window, daemons

    async def open_up(self, app: QApplication) -> None:
        """Open the store, build the parts, show the window and arm what is to be armed."""
        self._uncaught.follow_loop(asyncio.get_running_loop())
        # What is missed at this start ends before anybody is greeted, and belongs to it.
        self._opened_at = self.clock.now()
        sentences = self._build()
        crash = self._crash_before()
        self._welcome = Welcome(self.book, self.activity, self._store, self.shell, sentences, crash)
        self._join()
        self._show()
        await self._first_picture()
        if isinstance(app, Application):
            app.show_icon()
        self._make_heard()
        self.time_watch.begin()
        if crash is not None:
            self.activity.record(crash)
        for event in sounding_again(self.book):
            self.activity.record(event)
        self.clock.start()
        self._arming.begin()
        self._start_tasks()
        self._listen_to_commands()

    def _build(self) -> tuple[str, ...]:
        """Build the parts, and give what people should know of the store."""
        store, contents = open_store(Store(self.data_dir, self.clock))
        self._store = store
        self._last_alive = contents.last_alive
        self.archive = Archive(
            store,
            self.clock,
            warn=lambda sentence: self.window.message_bar.warn(sentence),  # noqa: PLW0108 - made later
            tell=lambda sentence: self.window.message_bar.tell(sentence),  # noqa: PLW0108 - made later
        )
        self.preferences = Preferences(contents.settings, store.save_settings)
        self._housekeeping = Housekeeping(
            store,
            lambda: self.preferences.settings.activity_kept,
            remind=lambda sentence: self.window.message_bar.remind(sentence),  # noqa: PLW0108 - made later
            forget=lambda sentence: self.window.message_bar.forget(sentence),  # noqa: PLW0108 - made later
            tell=lambda sentence: self.window.message_bar.tell(sentence),  # noqa: PLW0108 - made later
            show=lambda problem: self.readiness.update(unsaved=problem),
            forget_past=lambda older_than: self.book.forget_past(older_than),  # noqa: PLW0108 - made later
        )
        store.when_open = self._keep_house_soon
        self.book = AlarmBook(self.clock, store, Plausibility(self.clock, contents.last_alive))
        self.book.load(contents.items, contents.rings)
        self._tidy_sounds(contents)
        self.activity = ActivityLog(store)
        vigil = Vigil(self.clock)
        last_zone = zone_named(contents.last_zone, self.clock.zone())
        self.answering = Answering(self.book, self.activity.record, vigil, self._together)
        self.commands = Commands(self.book, self.answering, self.activity.record)
        self.editing = self.commands.editing
        self.keeper = Keeper(
            self.book,
            self.clock,
            self._reach,
            self.activity.record,
            self._due_together,
            self._told_together,
        )
        self.time_watch = TimeWatch(
            self.clock,
            ClockChanges(self.book, vigil, self.activity.record, last_zone),
            self.book.plausibility,
            nudge=self.keeper.nudge_all,
            show=self._show_clock_changed,
            alive=self._keep_house,
        )
        self._evening = EveningWatch(
            self.book, self.clock, self._tell_night, store.memo, store.save_memo
        )
        self._zone_watch = ZoneWatch(self.time_watch.look, self._localtime)
        self._theme = Theme()
        self._theme.choose(self.preferences.settings.theme)
        self._theme.start()
        self.readiness = Readiness(self.preferences.settings)
        self.exchanging = Exchanging(
            self.book, self.preferences, store, self.data_dir, self.begin, self.own_files
        )
        self._calls = Calls(self)
        self.shell = Shell(
            self.book,
            self.commands,
            self.preferences,
            self._theme,
            self._calls.outside(),
            self.readiness,
        )
        self.window = self.shell.window
        self._eyes = Eyes(self.book, self.clock, self.keeper, self.shell)
        self._arming = Arming(self.book, self.keeper, self.shell.alarms.model.add_rows)
        self._place = WindowPlace(store.memo, store.save_memo)
        return contents.sentences

    def _crash_before(self) -> EndedUnexpectedly | None:
        """Give what is known of the run before this one, None where that was closed."""
        if self._left_behind is None:
            return None
        from alarmclock.crash_told import crash_event

        return crash_event(self._left_behind, self._store, self._last_alive, self.clock.now())

    def _tidy_sounds(self, contents: Contents) -> None:
        """Remove the copies of own sounds that nothing uses.

        Only now: later on, undo may bring back an alarm that uses one. And only when all of the
        store could be read: what could not, may use one as well.
        """
        if not contents.sentences:
            rings = (*(item.ring for item in contents.items), contents.settings.new_alarm)
            self.own_files.tidy({ring.sound for ring in rings})

    # 2. Join: commands go down, facts come up

    def _join(self) -> None:
        self.shell.start()
        self.book.listen(self._tell_facts)
        self.activity.watch_all(self.shell.show_events)
        self.activity.watch_all(self._look_at_failures)
        self.keeper.on_count(self.shell.show_daemon_count)
        self.preferences.listen(lambda settings: self._theme.choose(settings.theme))
        self.window.close_requested.connect(self.end)
        self.window.close_now_requested.connect(self.hurry)
        self.window.accept_clock_requested.connect(self.time_watch.accept)

    def _reach(self, goal: Goal) -> None:
        """Do what a daemon waited for, unless the clock was set and it is not time any more."""
        if self.book.still_waits_for(goal):
            self.answering.reach(goal)

    @contextmanager
    def _due_together(self) -> Iterator[None]:
        """Look at the time before anything is reached, and let all of it be one."""
        self.time_watch.look()
        with self.answering.together():
            yield

    @contextmanager
    def _told_together(self) -> Iterator[None]:
        """Let all that happens within be told at its end, as one; it goes to disk meanwhile."""
        with self.book.told_together(), self.activity.told_together():
            yield

    @contextmanager
    def _together(self) -> Iterator[None]:
        """Let all that happens within go to disk in one go, and only then be told, as one.

        The activity is told first: a line takes far less time than a window that comes forward.
        """
        with (
            self.book.together(),
            self.activity.told_together(),
            self.activity.kept_together(self._store.together()),
        ):
            yield

    def _tell_facts(self, change: Change) -> None:
        for fact in facts_of(change, self.clock.now(), self.clock.zone()):
            self.activity.record(fact)

    def _show(self) -> None:
        page = self._place.restore(self.window)
        self.shell.show_daemon_count(0)
        self.window.show_page(PageNumber.ALARMS if self.book.missed() else page)
        self.shell.alarms.quick_entry.line.setFocus()
        self.window.show()
        self._eyes.show_second()

    def _make_heard(self) -> None:
        # Nothing of it is needed for the first picture.
        from alarmclock.certainty import Certainty, Parts, sounds_usable

        parts = Parts(
            book=self.book,
            clock=self.clock,
            commands=self.commands,
            preferences=self.preferences,
            readiness=self.readiness,
            player=self.player,
            machine=self.machine,
            shell=self.shell,  # the window, no shell of the system  # nosec B604
            record=self.activity.record,
            check_sound=sounds_usable(self.player),
            accept_clock=self.time_watch.accept,
        )
        self.certainty = self.ready = Certainty(parts)
        self.certainty.start()
        # What rang or asked when the program was closed does so still.
        self.shell.ring_desk.show_rings()

    def _start_tasks(self) -> None:
        self.time_watch.start()
        self._zone_watch.start()
        self._eyes.start()
        for coroutine in (
            self._farewell.run(),
            self.time_watch.run(),
            self._evening.run(),
            self.certainty.approach.run(),
            self.certainty.watch.run(),
            self._eyes.pulse(self.certainty),
            self._greet(),
        ):
            self.begin(coroutine)
        # Whoever chose a folder of their own is not asked about the rest of this computer.
        if self.data_dir == default_data_dir():
            self.begin(self.exchanging.offer(self._offer))

    def _offer(self, found: list[tuple[str, int]]) -> None:
        """Ask about the alarms of other programs."""
        self.shell.exchange_desk.offer(found)

    def _listen_to_commands(self) -> None:
        """Let the command line, a second start and other programs reach this one."""
        from alarmclock.channels import Channels, OfProgram
        from alarmclock.commands_served import ProgramParts

        parts = ProgramParts(
            self.book,
            self.commands,
            self.readiness,
            self.preferences,
            lambda: len(self.keeper),
            self._store.events,
            lambda sentence, undoable: self.window.message_bar.tell(sentence, undoable=undoable),
        )
        program = OfProgram(
            self.shell.come_to_front,
            self.end,
            self.exchanging,
            self._store,
            self.begin,
        )
        is_own = self.data_dir.absolute() == default_data_dir().absolute()
        public = self.machine.commands if is_own else None
        self._channels = Channels(self.data_dir, parts, program, public)
        self._channels.start()
        self.activity.watch(self._channels.tell)

    async def _first_picture(self) -> None:
        """Let Qt show the window before anything is loaded that it can do without."""
        painted = asyncio.Event()
        self.window.painted.connect(painted.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(painted.wait(), LONGEST_FIRST_PICTURE_S)

    # 3. Run: arm the rest, greet, and follow the clock

    async def _greet(self) -> None:
        """Arm the rest, and say so, once what was due meanwhile has been rung or missed."""
        armed = await self._arming.run()
        self._collector.go_on()
        await settle()
        self.shell.ring_desk.prepare()
        self._welcome.greet(self._opened_at, len(armed & self.keeper.ids))
        self._welcome.tell_crash(self._opened_at, self.data_dir, self._calls.open_file)
        await self._welcome.check_rows()

    def _show_clock_changed(self) -> None:
        self.shell.show_clock_changed()
        self._evening.nudge()
        self.certainty.show_clock_changed()

    def _tell_night(self, night: ClocksWillChange) -> None:
        """Say the evening before that clocks are set in the night."""
        self.activity.record(night)
        self.shell.remind(night)

    def _look_at_failures(self, events: Sequence[Event]) -> None:
        """Say at the foot of the window, too, when it fails because nothing can be saved."""
        if any(isinstance(event, Failed) for event in events):
            self.time_watch.mark_alive()

    def _keep_house(self, now: datetime) -> None:
        self._housekeeping.keep(now, str(self.clock.zone()), self._save_again)

    def _save_again(self) -> None:
        self.answering.save_again()
        self.activity.save_again()

    def _keep_house_soon(self, sentences: Sequence[str]) -> None:
        """Save all that was kept back once the store could be opened after all, and say so."""
        if self._runner is None:
            return
        for sentence in sentences:
            self.window.message_bar.remind(sentence)
        self._runner.get_loop().call_soon(self.time_watch.mark_alive)

    # 4. End: every way out leads here

    def prepare_end(self) -> None:
        """Fall silent, and show from now on what is cancelled."""
        self._collector.rest()
        with suppress(NotSaved):
            self._place.keep(self.window)
        self._channels.close()
        self.certainty.end()
        self.shell.ring_desk.end()
        self.activity.hold()
        self._eyes.stop()
        if self.cut_off is not None:
            self._welcome.record_failure(str(self.cut_off))
        elif len(self.keeper):
            show_part = self.shell.begin_closing()

            def show(passed: timedelta, whole: timedelta) -> None:
                show_part(passed, whole)
                if not len(self.keeper):
                    # While people read, rather than after that.
                    self.activity.release()

            self._farewell.prepare(self.preferences.settings.closing_time, show)

    def hurry(self) -> None:
        """Show the cancellations no longer."""
        self._farewell.hurry()

    def put_away(self) -> None:
        """Close the windows, the sound and the store."""
        self.activity.release()
        self.shell.put_away()
        self._theme.stop()
        self._zone_watch.stop()
        self.clock.close()
        self.player.close()
        with suppress(NotSaved):
            self.answering.save_again()
        if self.time_watch.doubt is None:
            with suppress(NotSaved):
                self._store.mark_alive(self.clock.now(), str(self.clock.zone()))
        self._store.close()
        self._collector.give_back()
        self._footing.give_back(self.cut_off)
