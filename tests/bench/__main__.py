"""All benchmarks in one table and one JSON: `python -m tests.bench [NAME ...] [--json FILE]`.

Without names all are run, one after the other, in processes of their own; it takes some minutes and
wants a quiet machine. `--list` names them.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from pkgutil import iter_modules

from tests.bench.child import in_child
from tests.bench.table import Row, as_json, machine, table

HERE = Path(__file__).parent
PACKAGE = "tests.bench"


def names() -> list[str]:
    """Name the benchmarks: every module here whose `measure` gives rows."""
    found = (module.name for module in iter_modules([str(HERE)]))
    rows = "def measure() -> list[Row]:"
    return [name for name in found if name[0] != "_" and rows in _source(name)]


def rows_of(name: str) -> list[dict[str, object]]:
    """Run one benchmark, and give its rows as JSON knows them."""
    module = importlib.import_module(f"{PACKAGE}.{name}")
    return [asdict(row) for row in module.measure()]


def measure(chosen: Sequence[str]) -> list[Row]:
    """Run these, each in a process of its own."""
    rows: list[Row] = []
    for name in chosen:
        sys.stderr.write(f"{name} ...\n")
        rows += [Row(**row) for row in in_child(rows_of, name)]
    return rows


def main() -> int:
    """Measure what is chosen, and tell with the status whether every aim was met."""
    known = names()
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(known))
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there, too")
    parser.add_argument("--list", action="store_true", help="name the benchmarks")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(known):
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    if chosen.list:
        sys.stdout.write("\n".join(known) + "\n")
        return 0
    rows = measure(chosen.names or known)
    sys.stdout.write(f"{table(rows)}\n{', '.join(machine().values())}\n")
    if chosen.json is not None:
        chosen.json.write_text(f"{as_json(rows)}\n", encoding="utf-8")
    return int(any(row.is_met is False for row in rows))


def _source(name: str) -> str:
    return (HERE / f"{name}.py").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
