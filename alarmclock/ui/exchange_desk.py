"""Carries out what people want of files, other programs and backups."""

from collections.abc import Callable, Iterable
from datetime import tzinfo
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from alarmclock.core.errors import AlarmClockError
from alarmclock.ui.exchange.port import Exchange, Wanted
from alarmclock.ui.main_window import MainWindow

if TYPE_CHECKING:
    from alarmclock.core.exchange.imported import Imported, Remark
    from alarmclock.core.exchange.plan import Plan
    from alarmclock.ui.exchange.backups_view import BackupsView
    from alarmclock.ui.exchange.found_notice import FoundNotice
    from alarmclock.ui.exchange.plan_view import PlanView

MOST_NEWS = 2
LATER = (
    "The backup takes the place of your alarms when Alarm Clock is closed and opened again. What "
    "is there now is kept."
)


class ExchangeDesk:
    """Shows a plan before anything is done; every error becomes a message."""

    def __init__(
        self,
        window: MainWindow,
        exchange: Exchange,
        zone: Callable[[], tzinfo],
        add_notice: Callable[[QWidget], None],
    ) -> None:
        self._window = window
        self._add_notice = add_notice
        self._exchange = exchange
        self._zone = zone
        self._plan: PlanView | None = None
        self._backups: BackupsView | None = None
        self._notice: FoundNotice | None = None
        self._offers: list[tuple[str, int]] = []
        self._found: set[str] = set()
        self._imported: Imported | None = None
        self._source = ""
        self._noted: tuple[Remark, ...] = ()
        # What was said yes to is being done.
        self._is_busy = False

    def export(self, path: str, history: bool) -> None:  # of a signal
        """Write a file, and say what is in it."""
        self._window.message_bar.tell(f"“{PurePath(path).name}” is being written…")
        self._exchange.export(path, history, self._tell_exported)

    def read(self, path: str) -> None:
        """Read a file, and show what it would do."""
        name = PurePath(path).name
        self._window.message_bar.tell(f"“{name}” is being read…")
        self._exchange.read(path, lambda found: self.show_read(found, name))

    def show_read(self, found: "Imported | AlarmClockError", source: str) -> None:
        """Show what an import would do, or why there is none."""
        if isinstance(found, AlarmClockError):
            self._window.message_bar.warn(str(found))
            return
        self._imported, self._source = found, source
        self._exchange.plan(found, lambda plan: self._show_plan(found, plan))

    def _show_plan(self, imported: "Imported", plan: "Plan") -> None:
        if imported is not self._imported:
            return  # another file was read meanwhile
        self._window.message_bar.hide()
        if self._plan is None:
            from alarmclock.ui.exchange.plan_view import PlanView

            self._plan = PlanView()
            self._plan.import_requested.connect(self._carry_out)
            self._plan.closed.connect(self._leave)
        self._noted = plan.notes
        self._plan.show_plan(plan, self._source)
        self._window.cover(self._plan)
        self._plan.take_focus()

    def offer(self, found: Iterable[tuple[str, int]]) -> None:
        """Ask about the alarms of other programs: name and number, one program after the other."""
        self._offers = list(found)
        self._ask()

    def show_backups(self) -> None:
        """Show the backups."""
        if self._backups is None:
            from alarmclock.ui.exchange.backups_view import BackupsView

            self._backups = BackupsView()
            self._backups.restore_requested.connect(self._restore)
            self._backups.closed.connect(self._leave)
        try:
            self._backups.show_backups(self._exchange.backups(), self._zone())
        except AlarmClockError as error:
            self._window.message_bar.warn(str(error))
            return
        self._window.cover(self._backups)
        self._backups.take_focus()

    def _carry_out(self, wanted: Wanted) -> None:
        if self._imported is not None and not self._is_busy:
            self._is_busy = True
            self._exchange.carry_out(self._imported, self._source, wanted, self._tell_done)

    def _tell_exported(self, said: str | AlarmClockError) -> None:
        if isinstance(said, AlarmClockError):
            self._window.message_bar.warn(str(said))
        else:
            self._window.message_bar.tell(said)

    def _tell_done(self, done: "Plan | AlarmClockError") -> None:
        from alarmclock.core.exchange.plan_words import done_sentence

        self._is_busy = False
        if isinstance(done, AlarmClockError):
            self._window.message_bar.warn(str(done))
            return
        if self._source in self._found:
            self._exchange.note_answered(self._source)
        self._leave()
        # What was shown before needs no second word.
        news = [str(note) for note in done.notes if note not in self._noted]
        said = " ".join([done_sentence(done), *news[:MOST_NEWS]])
        self._window.message_bar.tell(said, undoable=not done.is_empty)

    def _ask(self) -> None:
        if not self._offers:
            return
        if self._notice is None:
            from alarmclock.ui.exchange.found_notice import FoundNotice

            self._notice = FoundNotice()
            self._notice.answered.connect(self._answer)
            self._add_notice(self._notice)
        self._notice.show_found(*self._offers.pop(0))

    def _answer(self, program: str, wanted: bool) -> None:  # of a signal
        if wanted:
            self._found.add(program)
            self._exchange.read_found(program, lambda found: self.show_read(found, program))
        else:
            self._exchange.note_answered(program)
        self._ask()

    def _restore(self, name: str) -> None:
        try:
            self._exchange.restore(name)
        except AlarmClockError as error:
            self._window.message_bar.warn(str(error))
            return
        self._leave()
        self._window.message_bar.remind(LATER)

    def _leave(self) -> None:
        """Show the page again, and hold nothing of the file any more."""
        self._imported = None
        self._window.show_page(self._window.page_number)
