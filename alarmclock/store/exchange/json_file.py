"""The JSON file that holds everything: its text, and limits on what is read of it."""

import json
from collections.abc import Iterable
from datetime import datetime

from alarmclock.core.activity.events import Event
from alarmclock.core.change import Item
from alarmclock.core.exchange import document
from alarmclock.core.exchange.imported import Imported, NotImported
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.activity_table import KINDS
from alarmclock.store.exchange.text_file import Text

# Each takes memory of its own; an alarm has about six.
MOST_PARTS = 600_000
MOST_VALUES = 1_000_000


def written_json(
    items: Iterable[Item],
    settings: Settings,
    now: datetime,
    version: str,
    rings: Iterable[Ring] | None = None,
    events: Iterable[Event] | None = None,
) -> bytes:
    """Write everything as JSON that people can read, too."""
    found = document.written(items, settings, now, version, rings, events, KINDS)
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        # The name of a sound file may hold bytes that are no text.
        return json.dumps(found, indent=1).encode() + b"\n"


def read_json(text: Text) -> Imported:
    """Read everything. Raises NotImported."""
    content = text.content
    parts = content.count("{") + content.count("[")
    if parts > MOST_PARTS or content.count(",") > MOST_VALUES:
        raise NotImported(
            f"This file has more than {MOST_PARTS:,} entries, or {MOST_VALUES:,} values, which is "
            "more than alarms take up. Choose another file."
        )
    try:
        found = json.loads(content)
    except RecursionError as error:
        raise NotImported(
            "The parts of this file are nested too deep, so it is damaged. Export it again."
        ) from error
    except ValueError as error:
        place = getattr(error, "lineno", None)
        where = f" in line {place:,}" if place else ""
        raise NotImported(
            f"This file is damaged{where}: it is no complete JSON. Export it again; nothing was "
            "changed."
        ) from error
    return document.read(found, KINDS)
