"""What every benchmark gives: rows with an aim and a floor, printed as a table and kept as JSON.

A benchmark module has a `measure() -> list[Row]`, and ends with `run(measure)`; with `--json FILE`
the rows are written there, too, with the kind of the machine and the date.
"""

import argparse
import json
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

HEADINGS = ("what", "measured", "floor", "ratio", "aim", "")
LEFT_COLUMNS = (0, len(HEADINGS) - 1)
GAP = "  "


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `aim` is the most that it may be, in its unit or as a ratio to its floor.

    `floor` is what the least that could be done took in the same run, and `floor_name` says what
    that was; `note` says what else belongs to the figure. Without an aim it is only told.
    """

    what: str
    value: float
    unit: str
    aim: float | None = None
    floor: float | None = None
    floor_name: str = ""
    is_ratio: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is, None without one."""
        return self.value / self.floor if self.floor else None

    @property
    def is_met(self) -> bool | None:
        """Tell whether the aim is met, None where there is none to meet."""
        measured = self.ratio if self.is_ratio else self.value
        return None if self.aim is None or measured is None else measured <= self.aim

    @property
    def excess(self) -> str:
        """Say by how much the aim is missed; empty where it is met."""
        if self.is_met is not False or not self.aim:
            return ""
        measured = self.ratio if self.is_ratio else self.value
        assert measured is not None
        return f"missed by {measured / self.aim - 1:.0%}"


def table(rows: Iterable[Row]) -> str:
    """Set the rows below each other, and under them what their floors were."""
    listed = list(rows)
    lines = [HEADINGS, *map(_cells, listed)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    told = [_line(cells, widths) for cells in lines]
    floors = dict.fromkeys(f"floor: {row.floor_name}" for row in listed if row.floor_name)
    return "\n".join([*told, *floors])


def as_json(rows: Iterable[Row]) -> str:
    """Write the rows for programs, with the machine on which they were measured and the date."""
    measured = [{**asdict(row), "ratio": row.ratio, "is_met": row.is_met} for row in rows]
    return json.dumps({**machine(), "rows": measured}, indent=2)


def machine() -> dict[str, str]:
    """Say what kind of machine this is, and when it is."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def run(measure: Callable[[], Sequence[Row]], arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table, and write the JSON where that is asked for."""
    parser = argparse.ArgumentParser(description=sys.modules[measure.__module__].__doc__)
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there, too")
    chosen = parser.parse_args(arguments)
    rows = measure()
    sys.stdout.write(f"{table(rows)}\n{', '.join(machine().values())}\n")
    if chosen.json is not None:
        chosen.json.write_text(f"{as_json(rows)}\n", encoding="utf-8")


def percentile(values: Iterable[float], part: float) -> float:
    """Give the value that so large a part of all does not exceed, 0.99 for the p99."""
    ordered = sorted(values)
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)]


def _cells(row: Row) -> tuple[str, ...]:
    aim = "" if row.aim is None else f"<= {row.aim:g} {'x' if row.is_ratio else row.unit}"
    return (
        row.what,
        f"{row.value:.1f} {row.unit}",
        "" if row.floor is None else f"{row.floor:.1f} {row.unit}",
        "" if row.ratio is None else f"{row.ratio:.2f} x",
        aim,
        ", ".join(filter(None, (row.excess, row.note))),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (
        cell.ljust(width) if column in LEFT_COLUMNS else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return GAP.join(aligned).rstrip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor() or platform.machine()
