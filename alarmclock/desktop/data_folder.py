"""Where a person's alarms live on this system, found without loading anything."""

import os
import sys
from collections.abc import Mapping

NAME = "alarmclock"


def default_data_folder(environment: Mapping[str, str] = os.environ) -> str:
    """Give the folder in which a person's alarms live unless another one is named."""
    if sys.platform != "linux":
        import platformdirs

        return platformdirs.user_data_dir(NAME, appauthor=False)
    # What platformdirs gives there: to load it would take as long as the rest of a command.
    named = environment.get("XDG_DATA_HOME", "").strip()
    return os.path.join(named or os.path.expanduser("~/.local/share"), NAME)
