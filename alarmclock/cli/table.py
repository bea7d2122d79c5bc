"""The commands by their names, with what each does."""

from collections.abc import Sequence

COMMANDS = {
    "add": "add an alarm or a timer in words",
    "list": "list alarms and timers, what rings next first",
    "show": "show all about one",
    "edit": "say anew when one rings",
    "remove": "delete an alarm, or cancel a timer",
    "on": "turn an alarm on, or let a timer run",
    "off": "turn an alarm off, or let a timer stand still",
    "skip": "leave out the next rings of an alarm",
    "pause": "let one alarm, or all, not ring for a while",
    "resume": "let what is paused ring again",
    "next": "tell what rings next, or reckon when a phrase would ring",
    "stop": "stop one ring, or everything that rings",
    "snooze": "let what rings come again in some minutes",
    "done": "take note of what was missed",
    "ring": "let what was missed ring now",
    "undo": "take back what was done last, in the window or by a command",
    "redo": "do again what was taken back",
    "status": "tell what rings, what rings next and how many daemons wait",
    "check": "tell whether rings will be heard, and why not",
    "watch": "tell what happens as it happens, one JSON object a line",
    "log": "tell what happened",
    "export": "write alarms into a file: .json, .ics or .csv",
    "import": "bring alarms in from a file: .json or .ics",
    "backup": "list the backups, or restore one",
    "end": "close Alarm Clock",
    "completion": "write what lets a shell complete these commands",
}


def command_in(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find the command in a command line: its name, None for the window, and all other words."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--data-dir":
            skip = True
        elif not word.startswith("-"):
            return word, [*words[:place], *words[place + 1 :]]
    return None, list(words)
