"""Writes what lets a shell complete commands, options, files, alarms and backups."""

from argparse import Namespace

from alarmclock.cli.completion import bash, fish, zsh
from alarmclock.cli.completion.alarms import backup_rows, rows
from alarmclock.cli.output import say, show, tell_restored
from alarmclock.cli.run import answered
from alarmclock.core.service.statuses import DONE
from alarmclock.desktop.instance.wire import Fields

SCRIPTS = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}
SHELLS = tuple(SCRIPTS)
BACKUPS = "backups"


def run(_name: str, folder: str, options: Namespace, _arguments: Fields) -> int:
    """Print the completions of a shell, or the alarms or backups that they ask for."""
    if options.shell in SCRIPTS:
        say(script(options.shell).rstrip())
        return DONE
    is_backup = options.shell == BACKUPS
    reply = answered(folder, "backups" if is_backup else "list", {})
    if reply.get("status") != DONE:
        return show(reply, as_json=False)
    tell_restored(reply, aloud=False)
    for row in (backup_rows if is_backup else rows)(reply["answer"]):
        say(row)
    return DONE


def script(shell: str) -> str:
    """Give what a shell reads."""
    return SCRIPTS[shell]()
