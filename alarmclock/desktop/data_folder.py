"""Where a person's alarms live on this system, found without loading anything."""

import os
import sys
from collections.abc import Mapping

NAME = "alarmclock"


NO_FOLDER = (
    "--data-dir is empty. Name the folder for your alarms, or leave the option out for your own."
)
IS_FILE = (
    "“{folder}” can't be the folder for your alarms: a file is in its place. Name a folder after "
    "--data-dir; one that is not there yet is made."
)


def folder_problem(named: str | None) -> str | None:
    """Say in a sentence why a folder that a person named can't be used, None when it may."""
    if named is None:
        return None
    if not named.strip():
        return NO_FOLDER
    is_file = os.path.exists(named) and not os.path.isdir(named)
    return IS_FILE.format(folder=named) if is_file else None


def default_data_folder(environment: Mapping[str, str] = os.environ) -> str:
    """Give the folder in which a person's alarms live unless another one is named."""
    if sys.platform != "linux":
        import platformdirs

        return platformdirs.user_data_dir(NAME, appauthor=False)
    # What platformdirs gives there: to load it would take as long as the rest of a command.
    named = environment.get("XDG_DATA_HOME", "").strip()
    return os.path.join(named or os.path.expanduser("~/.local/share"), NAME)
