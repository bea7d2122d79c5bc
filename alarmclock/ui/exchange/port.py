"""What the window needs for import and export, as plain calls that app.py joins."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from alarmclock.core.errors import AlarmClockError
from alarmclock.values import dataclass

if TYPE_CHECKING:
    from alarmclock.core.exchange.backup import Backup
    from alarmclock.core.exchange.imported import Imported
    from alarmclock.core.exchange.plan import Plan

# Called when a file was read, or could not be.
Done = Callable[["Imported | AlarmClockError"], None]
# Called when it is clear what an import would do.
Planned = Callable[["Plan"], None]
# Called when a file was written, with what is in it, or could not be.
Said = Callable[[str | AlarmClockError], None]
# Called when an import was done, or could not be.
Carried = Callable[["Plan | AlarmClockError"], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants of a file besides its alarms and timers."""

    settings: bool = False
    history: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """The calls behind the buttons; each may raise an AlarmClockError with its sentence.

    `export` writes a file elsewhere, the past with it where that is wanted; `read` reads one; both
    call back on the loop. `plan` finds out elsewhere what an import would do, and `carry_out` does
    it, and call back: what was read, the name of where it is from, and what is wanted. `backups`
    lists them, newest first, and `restore` has one brought back at the next start.
    `read_found` reads another program of this computer as `read` does a file, and `note_answered`
    remembers that nobody is to be asked about it any more.
    """

    export: Callable[[str, bool, Said], None]
    read: Callable[[str, Done], None]
    plan: Callable[["Imported", Planned], None]
    carry_out: Callable[["Imported", str, Wanted, Carried], None]
    backups: Callable[[], "Sequence[Backup]"]
    restore: Callable[[str], None]
    read_found: Callable[[str, Done], None]
    note_answered: Callable[[str], None]
