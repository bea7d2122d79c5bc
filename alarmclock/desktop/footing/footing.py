"""What a program has of its data folder while it runs: the folder itself, its log, a crash mark."""

from datetime import datetime
from pathlib import Path

from alarmclock.desktop.footing.crash_mark import CrashMark, LeftBehind
from alarmclock.desktop.footing.log import end_log, start_log
from alarmclock.desktop.footing.private_folder import keep_private
from alarmclock.desktop.instance.claim import Claim
from alarmclock.desktop.loop.loop_by_hand import CutOff


class Footing:
    """Held from `take` to `give_back`, before everything else and after it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._claim = Claim(folder)
        self._mark = CrashMark(folder)

    def take(self, now: datetime) -> LeftBehind | None:
        """Take the folder, and give what a run left behind that was not closed.

        Raises AlreadyOpen when another program has it.
        """
        self._claim.take()
        keep_private(self._folder)
        self._log = start_log(self._folder)
        left_behind = self._mark.begin(now)
        self._mark.catch_faults()
        return left_behind

    def give_back(self, cut_off: CutOff | None) -> None:
        """Leave the folder to others; a run that was cut off is told of at the next start."""
        if cut_off is not None:
            self._mark.note(str(cut_off))
        self._mark.end(was_closed=cut_off is None)
        end_log(self._log)
        self._claim.give_back()
