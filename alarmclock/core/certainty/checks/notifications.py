"""Looks whether the desktop shows notifications, and whether they can be answered."""

from collections.abc import Iterator

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.surroundings.notifier import NotificationServer


def check_notifications(server: NotificationServer | None) -> Iterator[Reason]:
    """Say who shows notifications; only to be asked when that is known."""
    if server is None:
        sentence = "Nothing here shows notifications, so only the ring window tells."
        yield Reason(Check.NOTIFICATIONS, Grade.WARNING, sentence, Mend.LOOK_AGAIN)
        return
    buttons = "with buttons to answer" if server.has_actions else "without buttons to answer"
    sentence = f"Notifications are shown by {server.name}, {buttons}."
    yield Reason(Check.NOTIFICATIONS, Grade.GOOD, sentence)
