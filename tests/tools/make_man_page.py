"""Writes the man page from what the commands say of themselves.

Run it as `python -m tests.tools.make_man_page`. Nothing of it is written twice: a command
that is added or changed is in its page at the next run.
"""

from pathlib import Path

from alarmclock import __version__
from alarmclock.cli.arguments import describe
from alarmclock.cli.table import COMMANDS
from alarmclock.core.service.takes import TAKES

PAGE = Path(__file__).parents[2] / "resources" / "alarmclock.1"

BEGIN = """\
.TH ALARMCLOCK 1 "" "Alarm Clock {version}" "User Commands"
.SH NAME
alarmclock \\- an alarm clock that can be trusted, and its commands
.SH SYNOPSIS
.B alarmclock
[\\fB\\-\\-data\\-dir\\fR \\fIFOLDER\\fR]
.br
.B alarmclock
\\fICOMMAND\\fR [\\fIARGUMENT\\fR ...] [\\fB\\-\\-json\\fR]
[\\fB\\-\\-data\\-dir\\fR \\fIFOLDER\\fR]
.SH DESCRIPTION
Without a command the window is opened, or brought to the front where it is open already.
Alarms ring while it is open; minimised is fine.
.PP
A command is carried out by the open program as if it was done in its window.
Where none is open, it works on the stored alarms and says that nothing rings until it is opened.
Then \\(lqundo\\(rq, \\(lqredo\\(rq and \\(lqring\\(rq have nothing to work on.
Answers go to stdout, messages to stderr.
.SH OPTIONS
"""
OPTIONS = (
    ("--data-dir FOLDER", "Keep alarms and settings in this folder instead of your own."),
    ("--json", "Answer in JSON, in a form that stays the same. Instants are UTC with Z."),
    ("--install-desktop-entry", "Put Alarm Clock into the menu of your desktop."),
    ("--remove-desktop-entry", "Take Alarm Clock out of the menu again."),
    ("--version", "Tell the version."),
    ("--help", "Tell about the program or, after a command, about that command."),
)
REQUESTS = """\
.SH REQUESTS OF OTHER PROGRAMS
Over the socket, and with the method
.B Do
on D\\-Bus, a command takes these arguments, in a JSON object. An unknown one is refused.
"""
END = """\
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Nothing matched: no such alarm, nothing rings, nothing to come, to pause, to resume, to skip,
to undo or to take note of.
After
.BR "alarmclock check" :
an alarm, or all of it, will not ring or not be heard.
.TP
.B 2
Wrong use or input; the message says what is wrong, and nothing was changed.
.TP
.B 3
The running program does not answer within 2 seconds.
\\fBalarmclock end \\-\\-force\\fR ends it; nothing that was saved is lost.
.SH FILES
.TP
.I ~/.local/share/alarmclock
Alarms, settings, activity, backups and the log.
.TP
.I $XDG_RUNTIME_DIR/alarmclock/*.sock
Where the running program listens, for its user only.
.TP
.I running.place
In the data folder: where that is, for commands of another session.
.SH ENVIRONMENT
.TP
.B XDG_DATA_HOME
Where the folder of alarms is, instead of ~/.local/share.
.TP
.BR LC_ALL ", " LC_TIME ", " LANG
In which order day and month are written in phrases: the first that is set.
.TP
.B TZ
The time zone, instead of that of the system.
"""


class Lines:
    """Collects what a command takes as lines of a page."""

    def __init__(self) -> None:
        self.usage: list[str] = []
        self.told: list[str] = []

    def add_argument(self, *names: str, **told: object) -> None:
        """Take note of an option or an argument."""
        if names[0] in ("--json", "--data-dir"):
            return
        choices = told.get("choices")
        value = str(told.get("metavar") or ("|".join(choices) if choices else ""))
        is_option = names[0].startswith("-")
        shown = f"{bold(names[0])} {italic(value)}".strip() if is_option else italic(value)
        is_needed = not is_option and told.get("nargs") in (None, "+")
        more = " ..." if told.get("nargs") in ("+", "*") else ""
        self.usage.append(f"{shown}{more}" if is_needed else f"[{shown}{more}]")
        if told.get("help"):
            self.told += [".TP", shown, f"{escaped(sentence(str(told['help'])))}"]


def page() -> str:
    """Give the whole page."""
    lines = [BEGIN.format(version=__version__).rstrip()]
    for option, told in OPTIONS:
        name, _, value = option.partition(" ")
        lines += [".TP", f"{bold(name)} {italic(value)}".strip(), escaped(told)]
    lines.append(".SH COMMANDS")
    for name, summary in COMMANDS.items():
        lines += command(name, summary)
    lines.append(REQUESTS.rstrip())
    for name, names in TAKES.items():
        lines += [".TP", bold(name), " ".join(map(italic, names)) or "Takes none."]
    return "\n".join([*lines, END])


def command(name: str, summary: str) -> list[str]:
    """Give the part of one command."""
    takes = Lines()
    examples = describe(name, takes)
    usage = " ".join([bold(f"alarmclock {name}"), *takes.usage])
    shown = [part for line in examples for part in (f"alarmclock {escaped(line)}", ".br")][:-1]
    heading = [".SS " + usage, escaped(sentence(summary))]
    about = [".RS", *takes.told, ".RE"] if takes.told else []
    return [*heading, *about, ".PP", ".RS", *shown, ".RE"]


def sentence(text: str) -> str:
    """Begin with a capital, and end with a full stop."""
    return f"{text[0].upper()}{text[1:]}."


def escaped(text: str) -> str:
    """Write text as troff wants it."""
    plain = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    )
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def bold(text: str) -> str:
    """Write what is typed as it stands."""
    return f"\\fB{escaped(text)}\\fR"


def italic(text: str) -> str:
    """Write what something else is put in the place of."""
    return f"\\fI{escaped(text)}\\fR" if text else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
