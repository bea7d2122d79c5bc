"""The system's time zone, read anew whenever it is asked for, as the zone that core computes with.

Qt follows a link that is exchanged, but neither a copy that is overwritten nor one without a name
beside it. So /etc/localtime is read here first, and Qt is asked where there is no such file.
"""

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

logger = logging.getLogger(__name__)

LOCALTIME = Path("/etc/localtime")
# Beside it, on some systems: the name of the zone as text.
NAME_FILE = "timezone"
ZONE_TREE = "zoneinfo/"
UNNAMED = "local time"
# The same zones with and without leap seconds, in trees of their own.
SUBTREES = ("posix/", "right/")

Stamp = tuple[int, int, int] | None


def zone_of_qt() -> tzinfo:
    """Give the zone that Qt knows; the system's present offset where it has no IANA name."""
    from PySide6.QtCore import QTimeZone

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        logger.warning("The system's zone %r is unknown; its present offset is used", name)
        return datetime.now(UTC).astimezone().tzinfo or UTC


def zone_without_qt() -> tzinfo:
    """Give the zone that TZ names, or else the system's present offset."""
    name = os.environ.get("TZ", "").removeprefix(":")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return datetime.now(UTC).astimezone().tzinfo or UTC


class SystemZone:
    """Gives the system's zone of this moment.

    `localtime` is the link or the file that sets it, unless the environment does by `TZ`.
    """

    def __init__(
        self, localtime: Path = LOCALTIME, otherwise: Callable[[], tzinfo] = zone_of_qt
    ) -> None:
        self._localtime = localtime
        self._name_file = localtime.with_name(NAME_FILE)
        self._otherwise = otherwise
        self._copy: tuple[tuple[Stamp, Stamp], tzinfo] | None = None
        self._link: tuple[str, tzinfo] | None = None

    def __call__(self) -> tzinfo:
        """Give the zone; it is asked for often, so this takes some microseconds only."""
        if os.environ.get("TZ"):
            return self._otherwise()
        try:
            target = os.readlink(self._localtime)  # noqa: PTH115 - Path takes three times as long
        except OSError:  # none, or no link
            return self._copied()
        return self._linked(target)

    def _linked(self, target: str) -> tzinfo:
        if self._link is not None and self._link[0] == target:
            return self._link[1]
        own_name = _zone_name(target)
        try:
            zone = ZoneInfo(own_name or _zone_name(str(self._localtime.resolve())))
        except (KeyError, ValueError, OSError):  # unknown, or no name at all
            return self._copied()
        if own_name:  # where it leads over another link, that one may change
            self._link = target, zone
        return zone

    def _copied(self) -> tzinfo:
        """Read the zone itself, again only after it has changed."""
        stamps = _stamp(self._localtime), _stamp(self._name_file)
        if self._copy is not None and self._copy[0] == stamps:
            return self._copy[1]
        try:
            zone = self._read_copy()
        except (OSError, ValueError):  # none, on its way, or damaged
            return self._otherwise()
        self._copy = stamps, zone
        return zone

    def _read_copy(self) -> tzinfo:
        """Read a zone without a name, and name it where its neighbour does so rightly.

        Raises OSError, ValueError.
        """
        with self._localtime.open("rb") as file:
            zone = ZoneInfo.from_file(file, key=UNNAMED)
        try:
            named = ZoneInfo(self._name_file.read_text(encoding="ascii").strip())
        except (KeyError, ValueError, OSError):
            return zone
        return named if _agree(named, zone) else zone


def _zone_name(target: str) -> str:
    """Take the name out of “/usr/share/zoneinfo/Europe/Berlin”; empty where there is none."""
    _, found, name = target.rpartition(ZONE_TREE)
    if not found:
        return ""
    for tree in SUBTREES:
        name = name.removeprefix(tree)
    return name


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _agree(one: tzinfo, other: tzinfo) -> bool:
    """Tell whether two zones have the same offsets over the months around now."""
    now = datetime.now(UTC)
    months = [now.replace(day=1, month=month) for month in range(1, 13)]
    return all(
        month.astimezone(one).utcoffset() == month.astimezone(other).utcoffset() for month in months
    )
