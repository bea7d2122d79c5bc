"""GNOME's settings of other programs: asked of its own little program, or a Flatpak's file."""

import configparser
import logging
import shutil
import subprocess
from collections.abc import Callable

logger = logging.getLogger(__name__)

ENDS_WITHIN_S = 3.0
LONGEST_ANSWER = 1024 * 1024

# Gives the keys of a schema (at a path, where it has no fixed one) with their GVariant text.
ReadSettings = Callable[[str, str | None], dict[str, str]]
# The keys of each path.
Keyfile = dict[str, dict[str, str]]


def gsettings(schema: str, path: str | None) -> dict[str, str]:
    """Ask the installed program; nothing where it or the schema is not there."""
    program = shutil.which("gsettings")
    if program is None:
        return {}
    address = f"{schema}:{path}" if path else schema
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, with names of ours  # nosec B603
            [program, "list-recursively", address],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ENDS_WITHIN_S,
        )
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("The settings of %s can't be asked for: %s", schema, error)
        return {}
    if done.returncode:
        return {}
    return printed_settings(schema, done.stdout[:LONGEST_ANSWER].decode(errors="replace"))


def printed_settings(schema: str, printed: str) -> dict[str, str]:
    """Read lines of schema, key and value."""
    found = {}
    for line in printed.splitlines():
        name, _, rest = line.partition(" ")
        key, _, value = rest.partition(" ")
        if name == schema and value:
            found[key] = value
    return found


def keyfile(text: str) -> Keyfile:
    """Read the file in which a Flatpak keeps its settings; nothing where it is none."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        logger.info("A file of settings can't be read: %s", error)
        return {}
    return {name: dict(parser[name]) for name in parser.sections()}
