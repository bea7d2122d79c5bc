"""Reads a file in a process of its own with little memory, and says what came of it."""

import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alarmclock.core.exchange.imported import NotImported
from alarmclock.core.ring_settings import RingSettings
from alarmclock.store.exchange.reading import ImportReader


class Clock:
    """A Sunday evening in Berlin."""

    def now(self):
        """Give the instant."""
        return datetime(2026, 11, 22, 19, 30, tzinfo=UTC)

    def zone(self):
        """Give the zone."""
        return ZoneInfo("Europe/Berlin")


def peak_mb():
    """Give the most memory that this process had; getrusage counts that of its parent, too."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(path, most_mb):
    """Read it."""
    most = int(most_mb) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    import dateutil.rrule  # noqa: F401  # the file is to be measured, not the libraries
    import icalendar  # noqa: F401

    reader = ImportReader(Clock(), RingSettings, {"daybreak"})
    begun = time.process_time()
    error, imported = "", None
    try:
        imported = reader.read(Path(path))
    except NotImported as refusal:
        error = str(refusal)
    found = {
        "error": error,
        "items": len(imported.items) if imported else 0,
        "refused": [str(remark) for remark in imported.refused[:5]] if imported else [],
        "took_s": time.process_time() - begun,
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
