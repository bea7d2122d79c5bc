"""Reading calendars on a Sunday evening in Berlin."""

from datetime import UTC, datetime
from pathlib import Path

from alarmclock.core.exchange.events_in import Surroundings
from alarmclock.core.ring_settings import RingSettings
from alarmclock.store.exchange.expanding import Expanding
from alarmclock.store.exchange.ical_read import read_calendar
from alarmclock.store.exchange.text_file import text_of
from tests.core.builders import BERLIN

FILES = Path(__file__).parent / "files"
NOW = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
USUAL = RingSettings()


def around(**changes):
    """Give what an import depends on."""
    return Surroundings(
        **{"now": NOW, "zone": BERLIN, "ring": USUAL, "expand": Expanding()} | changes
    )


def read(content, **changes):
    """Read the text or bytes of a calendar."""
    found = content.encode() if isinstance(content, str) else content
    return read_calendar(text_of(found), around(**changes))


def read_file(name):
    """Read a sample."""
    return read((FILES / name).read_bytes())


def calendar(*lines, alarm=("TRIGGER:PT0S",)):
    """Make a calendar of one event with one reminder."""
    body = "\r\n".join(lines)
    reminder = "\r\n".join(["BEGIN:VALARM", "ACTION:DISPLAY", *alarm, "END:VALARM"])
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Gym\r\n"
        f"{body}\r\n{reminder}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def told(remarks):
    """Give remarks as people read them."""
    return [str(remark) for remark in remarks]
