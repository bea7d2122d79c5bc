"""Where a person's alarms live on this system, found without loading anything."""

import os
import sys
from collections.abc import Mapping

NAME = "alarmclock"


NO_FOLDER = (
    "--data-dir is empty. Name the folder for your alarms, or leave the option out for your own."
)
IS_FILE = (
    "“{file}” is no folder, so that no alarms can be kept in it. Name a folder after --data-dir; "
    "one that is not there yet is made."
)


def folder_problem(folder: str) -> str | None:
    """Say in a sentence why a folder can't hold a person's alarms, None when it may."""
    if not folder.strip():
        return NO_FOLDER
    while not os.path.exists(folder):
        parent = os.path.dirname(folder)
        if parent in (folder, ""):
            return None
        folder = parent
    return None if os.path.isdir(folder) else IS_FILE.format(file=folder)


def default_data_folder(environment: Mapping[str, str] = os.environ) -> str:
    """Give the folder in which a person's alarms live unless another one is named."""
    if sys.platform != "linux":
        import platformdirs

        return platformdirs.user_data_dir(NAME, appauthor=False)
    # What platformdirs gives there: to load it would take as long as the rest of a command.
    named = environment.get("XDG_DATA_HOME", "").strip()
    return os.path.join(named or os.path.expanduser("~/.local/share"), NAME)
