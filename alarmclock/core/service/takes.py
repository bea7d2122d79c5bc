"""What each request takes, by the names that go over every channel. These never change."""

from collections.abc import Mapping

from alarmclock.core.service.reply import WrongUse

TAKES: Mapping[str, tuple[str, ...]] = {
    "add": ("phrase", "off", "locale"),
    "list": (),
    "show": ("id",),
    "edit": ("id", "phrase", "locale"),
    "remove": ("id",),
    "on": ("id",),
    "off": ("id",),
    "skip": ("id", "count", "take_back"),
    "pause": ("id", "until", "locale"),
    "resume": ("id",),
    "next": ("what", "count", "now", "zone", "locale"),
    "stop": ("id",),
    "snooze": ("id", "minutes"),
    "done": ("id",),
    "ring": ("id",),
    "undo": (),
    "redo": (),
    "status": (),
    "check": ("id",),
    "log": ("since", "alarm", "before"),
    "export": ("path", "history"),
    "import": ("path", "dry_run", "settings", "history"),
    "backups": (),
    "restore": ("name",),
    "raise": ("XDG_ACTIVATION_TOKEN",),
    "end": (),
    "watch": ("ticks",),
}
LONGEST_SHOWN = 40


def refuse_unknown(command: str, arguments: Mapping[str, object]) -> None:
    """Refuse an argument that a command does not know: to pass over it would do something else.

    Raises WrongUse; of an unknown command nothing is said here.
    """
    known = TAKES.get(command, tuple(arguments))
    unknown = next((name for name in arguments if name not in known), None)
    if unknown is None:
        return
    named = ", ".join(f"“{name}”" for name in known)
    takes = f"It takes {named}." if known else "It takes none."
    shown = f"“{command}” knows no argument “{str(unknown)[:LONGEST_SHOWN]}”."
    raise WrongUse(f"{shown} {takes}")
