"""The commands by their names, with what each does."""

from collections.abc import Sequence

COMMANDS = {
    "stop": "stop one ring, or everything that rings",
    "end": "close Alarm Clock",
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
