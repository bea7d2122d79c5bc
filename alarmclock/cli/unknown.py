"""Says that there is no such command, and which one was meant."""

from alarmclock.cli.table import COMMANDS

LEAST_ALIKE = 0.6


def no_command(name: str) -> str:
    """Give the sentence for a word that is no command."""
    said = f"There is no command “{name}”"
    if name[:1].isdecimal():
        return f"{said}: “alarmclock add {name} …” adds an alarm."
    from difflib import get_close_matches

    alike = get_close_matches(name, COMMANDS, 1, LEAST_ALIKE)
    meant = f"; did you mean “{alike[0]}”?" if alike else "."
    return f"{said}{meant} “alarmclock --help” lists them."
