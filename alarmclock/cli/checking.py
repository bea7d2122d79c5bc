"""Tells whether rings will be heard; its exit status is for scripts that do something about it."""

from argparse import Namespace

from alarmclock.cli.output import show
from alarmclock.cli.run import answered
from alarmclock.core.service.statuses import DONE, NOTHING_MATCHED
from alarmclock.desktop.instance.wire import Fields

WORST = "bad"


def run(name: str, folder: str, options: Namespace, arguments: Fields) -> int:
    """Print the verdict, and exit with 1 where a ring will not come or will not be heard."""
    reply = answered(folder, name, arguments)
    status = show(reply, as_json=options.json)
    return NOTHING_MATCHED if status == DONE and is_bad(reply["answer"]) else status


def is_bad(answer: Fields) -> bool:
    """Tell whether the worst grade was given to all together, or to one alarm."""
    grades = [answer["grade"], *(alarm["grade"] for alarm in answer["alarms"])]
    return WORST in grades
