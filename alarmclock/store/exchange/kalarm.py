"""Where KAlarm keeps its calendars: its own files, and those of its older version in Akonadi."""

import configparser
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from alarmclock.store.exchange.text_file import MOST_BYTES

DEFAULT = ".local/share/kalarm/calendar.ics"
RESOURCES = ".config/kalarmresources"
AKONADI = "akonadi_kalarm*_resource_*rc"
ACTIVE = "active"
# A folder has one file for each alarm.
MOST_FILES = 500
LARGEST_CONFIGURATION = MOST_BYTES // 16


def calendars(home: Path) -> list[Path]:
    """List the files with alarms that are to come, each once."""
    places = [home / DEFAULT, *_configured(home)]
    files = (file for place in places for file in _files(place))
    return list(dict.fromkeys(islice(files, MOST_FILES)))


def _configured(home: Path) -> Iterator[Path]:
    configurations = [home / RESOURCES, *sorted((home / ".config").glob(AKONADI))]
    for configuration in configurations:
        yield from _paths_in(configuration, home)


def _paths_in(configuration: Path, home: Path) -> Iterator[Path]:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)
    with suppress(OSError, ValueError, configparser.Error):
        if configuration.stat().st_size <= LARGEST_CONFIGURATION:
            parser.read_string(configuration.read_text(encoding="utf-8"))
    for section in parser.values():
        kinds = section.get("AlarmTypes", ACTIVE).lower()
        path = section.get("Path[$e]") or section.get("Path") or ""
        if path and ACTIVE in kinds:
            yield Path(path.removeprefix("file://").replace("$HOME", os.fspath(home)))


def _files(place: Path) -> list[Path]:
    try:
        if place.is_dir():
            return sorted(file for file in place.iterdir() if file.is_file())
        return [place] if place.is_file() else []
    except OSError:
        return []
