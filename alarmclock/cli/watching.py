"""Tells what happens in the running program, as it happens."""

import json
from argparse import Namespace

from alarmclock.cli.output import complain, say_at_once, show
from alarmclock.core.service.statuses import DONE
from alarmclock.desktop.instance.client import Line
from alarmclock.desktop.instance.wire import Fields


def run(name: str, folder: str, _options: Namespace, arguments: Fields) -> int:
    """Print one JSON object a line until the program is closed."""
    line = Line(folder)
    try:
        reply = line.ask(name, arguments)
        if reply.get("status") != DONE:
            return show(reply, as_json=False)
        for told in line.lines():
            say_at_once(json.dumps(told.get("event")))
    finally:
        line.close()
    complain("Alarm Clock was closed.")
    return DONE
