"""Time zones as people type them; no Qt."""

from collections.abc import Collection
from datetime import tzinfo

from alarmclock.core.errors import Invalid

SHOWN_OF_NONSENSE = 30


def local_words(zone: tzinfo) -> str:
    """Name the system's zone: “Local (Europe/Paris)”."""
    name = getattr(zone, "key", None)
    return f"Local ({name})" if name else "Local"


def find_zone(text: str, names: Collection[str]) -> str | None:
    """Give the IANA name that a text means, None for the system's zone. Raises Invalid.

    A place alone will do where one zone ends in it: “lisbon” is Europe/Lisbon.
    """
    typed = text.strip().casefold().replace(" ", "_")
    if not typed or typed == "local" or typed.startswith("local_("):
        return None
    by_folded = {name.casefold(): name for name in names}
    if typed in by_folded:
        return by_folded[typed]
    places = [name for folded, name in by_folded.items() if folded.endswith(f"/{typed}")]
    if len(places) == 1:
        return places[0]
    line = " ".join(text.split())
    shown = line if len(line) <= SHOWN_OF_NONSENSE else f"{line[:SHOWN_OF_NONSENSE]}…"
    raise Invalid("zone", f"There is no time zone “{shown}”. Choose one, such as Europe/Lisbon.")
