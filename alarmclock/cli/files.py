"""Exports, imports and backups; the joints to the rooms that read and write files."""

from argparse import Namespace

from alarmclock.cli.output import complain
from alarmclock.core.service.statuses import WRONG_USE
from alarmclock.desktop.instance.wire import Fields

NOT_YET = "This Alarm Clock can't do that yet."


def run(_name: str, _folder: str, _options: Namespace, _arguments: Fields) -> int:
    """Refuse until it is joined."""
    complain(NOT_YET)
    return WRONG_USE
