"""A million entries of activity: opened, narrowed and read on: `python -m tests.bench.activity`.

Each counts from the wish until the window has painted what was asked for. The floor is the same in
a program that has no activity yet, in the same run.
"""

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QListView

from alarmclock.app import AlarmClock
from alarmclock.core.activity.events import Armed, Dismissed, Failed, Rang
from alarmclock.core.activity.topic import Topic
from alarmclock.store import activity_table, files
from alarmclock.store.connection import connect
from alarmclock.ui.activity.page import ActivityPage
from alarmclock.ui.main_window import PageNumber
from tests.bench.child import in_child
from tests.bench.opened import Painted, fill, opened_on, pass_time, turn_until
from tests.bench.table import Row, run

ENTRIES, ALARMS = 1_000_000, 500
LONGEST_MS = 100.0
PAGES_READ = 40
# For each of the first entries so many follow, each a second later.
SEED = 1000
REPEAT = """
    WITH RECURSIVE rounds (round) AS (
        SELECT 1 UNION ALL SELECT round + 1 FROM rounds WHERE round + 1 < :rounds
    )
    INSERT INTO activity (at, kind, item_id, label, detail)
    SELECT at + round * :second, kind, item_id, label, detail FROM rounds, activity
    WHERE activity.id <= :seed
"""
SECOND_US = 1_000_000


def measure() -> list[Row]:
    """Measure with a million entries, and with none."""
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full", Path(folder) / "empty"
        make_past(full)
        fill(empty, [])
        ours, floor = in_child(costs_ms, full), in_child(costs_ms, empty)
    told = f"the same with no entries; there are {ENTRIES:,}"
    return [
        Row(f"activity: {name}", took, _unit(name), _aim(name), floor[name], told)
        for name, took in ours.items()
    ]


def _unit(name: str) -> str:
    return "MiB" if "memory" in name else "ms"


def _aim(name: str) -> float | None:
    return LONGEST_MS if name.startswith("open") else None


def make_past(data_dir: Path) -> None:
    """Write a million entries of some hundred alarms."""
    fill(data_dir, [])
    begun = datetime.now(UTC) - timedelta(days=300)
    kinds: tuple[Callable[[dict[str, object]], object], ...] = (
        lambda own: Armed(due=begun, **own),
        lambda own: Rang(due=begun, late=timedelta(0), **own),
        lambda own: Dismissed(after=timedelta(seconds=9), **own),
        lambda own: Armed(due=begun, **own),
    )
    first = [
        kinds[n % len(kinds)](
            {"at": begun, "item_id": f"{n // 2 % ALARMS:032x}", "label": f"alarm {n // 2 % ALARMS}"}
        )
        for n in range(SEED - 1)
    ]
    first.append(Failed(at=begun, item_id="", label="", reason="The disk is full."))
    with closing(connect(data_dir / files.DATABASE, "mode=rw")) as connection:
        connection.execute("BEGIN")
        connection.execute("DELETE FROM activity")
        activity_table.write(connection, first)
        rounds = {"rounds": ENTRIES // SEED, "second": SECOND_US, "seed": SEED}
        connection.execute(REPEAT, rounds)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def costs_ms(data_dir: str) -> dict[str, float]:
    """Give what each wish took until it was painted."""
    with opened_on(Path(data_dir)) as program:
        reader = Reader(program)
        memory = memory_mib()
        found = {"open, the first time": reader.open(), "open again": reader.open()}
        page = program.window.page(PageNumber.ACTIVITY)
        assert isinstance(page, ActivityPage)
        search = page.findChild(QLineEdit, "activitySearch")
        shown = page.findChild(QListView, "activityPageList")
        found["only what is missed, of which there is none"] = reader.timed(
            lambda: page._filter._topic.choose(Topic.MISSED) or page._read()
        )
        found["only problems, one in a thousand"] = reader.timed(
            lambda: page._filter._topic.choose(Topic.PROBLEMS) or page._read()
        )
        page._filter.clear()
        found["search what is nowhere"] = reader.timed(lambda: search.setText("nowhere"))
        found["search what is everywhere"] = reader.timed(lambda: search.setText("alarm"))
        found["everything again"] = reader.timed(search.clear)
        found["End key, longest"] = max(
            reader.timed(shown.scrollToBottom) for _ in range(PAGES_READ)
        )
        found["memory that was added"] = memory_mib() - memory
        return found


class Reader:
    """Somebody at the page of activity."""

    def __init__(self, program: AlarmClock) -> None:
        self._window = program.window
        self._painted = Painted(program.window)

    def open(self) -> float:
        """Open the page from that of the alarms."""
        self._window.show_page(PageNumber.ALARMS)
        pass_time(0.3)
        return self.timed(lambda: self._window.show_page(PageNumber.ACTIVITY))

    def timed(self, wish: Callable[[], object]) -> float:
        """Give the milliseconds from a wish until all of it is painted."""
        begun = time.time()
        wish()
        # Nothing may be new in the picture.
        self._window.update()
        turn_until(lambda: self._painted.at[-1:] > [begun])
        took = time.time() - begun
        pass_time(0.3)
        return took * 1000


def memory_mib() -> float:
    """Give the memory of this process (PSS)."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    run(measure)
