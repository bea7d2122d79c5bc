"""The names of zones as other programs write them, as IANA has them."""

from alarmclock.core.schedule import knows_zone

# A name may stand behind the name of a library: “/freeassociation.sourceforge.net/Europe/Berlin”.
MOST_PARTS = 3
UTC_NAMES = ("UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT")


def iana_zone(name: str) -> str | None:
    """Give the IANA name of a zone, None where there is none."""
    name = name.strip().strip('"')
    if name in UTC_NAMES:
        return "UTC"
    parts = name.strip("/").split("/")
    for count in range(min(MOST_PARTS, len(parts)), 0, -1):
        found = "/".join(parts[-count:])
        if "/" in found and knows_zone(found):
            return found
    return _windows_zone(name)


def _windows_zone(name: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    found: str | None = WINDOWS_TO_OLSON.get(name)
    return found if found is not None and knows_zone(found) else None
