"""The system's time zone, asked of Qt and resolved to the zone that core computes with."""

import logging
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimeZone

logger = logging.getLogger(__name__)


def system_zone() -> tzinfo:
    """Give the system's zone of this moment; its present offset where it has no IANA name."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        logger.warning("The system's zone %r is unknown; its present offset is used", name)
        return datetime.now(UTC).astimezone().tzinfo or UTC
