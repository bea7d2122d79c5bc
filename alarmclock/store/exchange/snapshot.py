"""What an exported file is made of, as it was at one moment: any thread may write it."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime, tzinfo
from pathlib import Path

from alarmclock.core.activity.events import Event
from alarmclock.core.change import Item
from alarmclock.core.exchange import table
from alarmclock.core.exchange.imported import NotExported
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.core.words.wording import counted
from alarmclock.store.csv_file import defused
from alarmclock.store.exchange.ical_scan import MOST_WITH_ALARM
from alarmclock.store.exchange.ical_write import written_calendar
from alarmclock.store.exchange.json_file import written_json
from alarmclock.store.exchange.text_file import write_whole
from alarmclock.values import dataclass

JSON, CALENDAR, TABLE = ".json", ".ics", ".csv"

NO_ENDING = "The name of the file does not say which kind it is to be."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Alarms, timers and settings; the past only where it is wanted, else None."""

    items: tuple[Item, ...]
    settings: Settings
    now: datetime
    zone: tzinfo
    version: str
    rings: tuple[Ring, ...] | None = None
    events: tuple[Event, ...] | None = None

    def save(self, path: Path) -> str:
        """Write a file of the kind that its ending says, and say what is in it.

        Raises NotExported.
        """
        write_whole(path, self.content(path.suffix))
        what = counted(len(self.items), "alarm or timer was", "alarms and timers were")
        return f"{what} saved in “{path}”."

    def content(self, ending: str) -> bytes:
        """Give the bytes of a file. Raises NotExported for an ending that is not known."""
        match ending.lower():
            case ".json":
                return written_json(
                    self.items, self.settings, self.now, self.version, self.rings, self.events
                )
            case ".ics":
                _refuse_too_many(len(self.items))
                return written_calendar(self.items, self.now, self.zone, self.version)
            case ".csv":
                return table_bytes(table.rows(self.items, self.now, self.zone))
        wrong = f"“{ending}” is no kind of file that can be written." if ending else NO_ENDING
        raise NotExported(
            f"{wrong} Let its name end in .json (everything), .ics (a calendar) or .csv (a table)."
        )


def _refuse_too_many(count: int) -> None:
    """Write no calendar that could not be read again."""
    if count > MOST_WITH_ALARM:
        raise NotExported(
            f"A calendar has room for {MOST_WITH_ALARM:,} alarms and timers; there are {count:,}. "
            "Export everything (.json) instead."
        )


def table_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as comma-separated values that spreadsheets know the letters of."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="backslashreplace")
