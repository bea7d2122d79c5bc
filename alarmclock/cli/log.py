"""Tells what happened, the oldest first."""

import csv
from argparse import Namespace
from io import StringIO

from alarmclock.cli.output import complain, say, show, tell_restored, written
from alarmclock.cli.run import answered
from alarmclock.core.service.statuses import DONE
from alarmclock.desktop.instance.wire import Fields

COLUMNS = ("at", "event", "alarm_id", "label", "due", "late_ms", "detail")
# A cell that begins with one of these is a formula to a spreadsheet: an apostrophe defuses it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def run(name: str, folder: str, options: Namespace, arguments: Fields) -> int:
    """Read the activity page by page, newest first, and print it turned round."""
    activity: list[Fields] = []
    lines: list[str] = []
    while True:
        reply = answered(folder, name, arguments)
        answer = reply.get("answer")
        if reply.get("status") != DONE or not isinstance(answer, dict):
            return show(reply, as_json=False)
        tell_restored(reply, aloud=not (options.json or options.csv))
        activity += answer["activity"]
        lines += answer["lines"]
        if answer["before"] is None:
            break
        arguments = {**arguments, "before": answer["before"]}
    _print(activity[::-1], lines[::-1], options)
    return DONE


def _print(activity: list[Fields], lines: list[str], options: Namespace) -> None:
    if options.json:
        say(written(activity))
    elif options.csv:
        say(_table(activity))
    elif lines:
        say("\n".join(lines))
    else:
        complain("Nothing has happened.")


def _table(activity: list[Fields]) -> str:
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(fields[name]) for name in COLUMNS] for fields in activity)
    return table.getvalue().removesuffix("\n")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
