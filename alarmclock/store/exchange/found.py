"""Alarms in other programs of this computer, found and offered to be brought over."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from alarmclock.core.exchange.events_in import Surroundings
from alarmclock.core.exchange.gnome import APPLET, CLOCKS, applet_alarms, clocks_alarms
from alarmclock.core.exchange.gvariant import parse
from alarmclock.core.exchange.imported import Imported, NotImported
from alarmclock.store.exchange.gsettings import Keyfile, ReadSettings, gsettings, keyfile
from alarmclock.store.exchange.ical_read import read_calendar
from alarmclock.store.exchange.kalarm import calendars
from alarmclock.store.exchange.text_file import read_bytes, text_of
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)

KALARM = "KAlarm"
CLOCKS_SCHEMA, CLOCKS_PATH = "org.gnome.clocks", "org/gnome/clocks"
APPLET_SCHEMA, APPLET_PATH = "io.github.alarm-clock-applet", "io/github/alarm-clock-applet"
MOST_APPLET_ALARMS = 100
# Where a Flatpak keeps its settings, below the home folder.
FLATPAK = ".var/app/{}/config/glib-2.0/settings/keyfile"

# The memo that a person has answered for a program.
ANSWERED = "asked about {}"

Read = Callable[[], Imported]


@dataclass(frozen=True, slots=True)
class Found:
    """A program with alarms: how many there are, and the call that reads them."""

    program: str
    count: int
    read: Read


def found_elsewhere(
    surroundings: Callable[[], Surroundings],
    checked: Callable[[Imported], Imported] = lambda imported: imported,
    home: Path | None = None,
    settings: ReadSettings = gsettings,
) -> list[Found]:
    """List the programs that have alarms. It asks other programs: never call it on the loop.

    `checked` gives what was read with sounds that are here. What can't be read has no alarms.
    """
    home = home or Path.home()
    programs: tuple[tuple[str, Callable[[Surroundings], Imported]], ...] = (
        (CLOCKS, lambda around: _clocks(around, home, settings)),
        (KALARM, lambda around: _kalarm(around, home)),
        (APPLET, lambda around: _applet(around, home, settings)),
    )
    found = []
    for program, read in programs:

        def read_now(read: Callable[[Surroundings], Imported] = read) -> Imported:
            return checked(read(surroundings()))

        count = _count(program, read_now)
        if count:
            found.append(Found(program, count, read_now))
    return found


def _count(program: str, read: Read) -> int:
    try:
        return len(read().items)
    except (NotImported, ValueError, OSError) as error:
        logger.info("The alarms of %s can't be read: %s", program, error)
        return 0


def _clocks(around: Surroundings, home: Path, settings: ReadSettings) -> Imported:
    texts = [settings(CLOCKS_SCHEMA, None).get("alarms", "")]
    texts.append(_keyfile_of(home, CLOCKS_SCHEMA).get(CLOCKS_PATH, {}).get("alarms", ""))
    return _together(clocks_alarms(text, around) for text in texts if text)


def _applet(around: Surroundings, home: Path, settings: ReadSettings) -> Imported:
    sandboxed = _keyfile_of(home, APPLET_SCHEMA)
    alarms: dict[str, dict[str, str]] = {}
    for number in _numbers(settings(APPLET_SCHEMA, None).get("alarms", "")):
        path = f"/{APPLET_PATH}/alarm-{number}/"
        alarms[str(number)] = settings(f"{APPLET_SCHEMA}.alarm", path)
    for number in _numbers(sandboxed.get(APPLET_PATH, {}).get("alarms", "")):
        alarms[f"flatpak {number}"] = sandboxed.get(f"{APPLET_PATH}/alarm-{number}", {})
    return applet_alarms(alarms, around)


def _numbers(text: str) -> list[int]:
    found = parse(text) if text else []
    numbers = found if isinstance(found, list) else []
    return [number for number in numbers if type(number) is int][:MOST_APPLET_ALARMS]


def _keyfile_of(home: Path, program: str) -> Keyfile:
    path = home / FLATPAK.format(program)
    if not path.is_file():
        return {}
    return keyfile(text_of(read_bytes(path)).content)


def _kalarm(around: Surroundings, home: Path) -> Imported:
    return _together(read_calendar(text_of(read_bytes(path)), around) for path in calendars(home))


def _together(parts: Iterator[Imported]) -> Imported:
    """Give several as one; of the same identity the first counts."""
    found = list(parts)
    arrivals = {arrival.item.id: arrival for part in reversed(found) for arrival in part.arrivals}
    in_order = dict.fromkeys(arrival.item.id for part in found for arrival in part.arrivals)
    return Imported(
        tuple(arrivals[item_id] for item_id in in_order),
        tuple(remark for part in found for remark in part.refused),
        tuple(remark for part in found for remark in part.notes),
    )


def is_answered(memo: Callable[[str], str | None], program: str) -> bool:
    """Tell whether a person was asked about a program before, and said yes or no."""
    return memo(ANSWERED.format(program)) is not None


def note_answered(save_memo: Callable[[str, str], None], program: str) -> None:
    """Remember not to ask about a program again. Raises NotSaved."""
    save_memo(ANSWERED.format(program), "yes")
