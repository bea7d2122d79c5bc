"""The locale of the person who asks, which may be another one than that of the window."""

import os
from collections.abc import Mapping

# The first that is set says in which order day and month are written.
NAMES = ("LC_ALL", "LC_TIME", "LANG")


def own_locale(environment: Mapping[str, str] = os.environ) -> str:
    """Give the name of the locale for dates, such as “de_DE.UTF-8”, empty where none is set."""
    return next(filter(None, map(environment.get, NAMES)), "")
