"""How a notice is said to a notification server, as the specification of the desktops has it."""

import html
import unicodedata
from typing import Any

from alarmclock.core.surroundings.notifier import Notice
from alarmclock.desktop.bus.bus_call import variant

SIGNATURE = "susssasa{sv}i"
NORMAL, CRITICAL = 1, 2
SERVER_DECIDES, NEVER = -1, 0


def notify_body(
    notice: Notice,
    *,
    replaced: int,
    app_name: str,
    icon: str,
    has_actions: bool,
    has_markup: bool,
) -> list[Any]:
    """Give the arguments of Notify; `replaced` is the number of what it is shown instead of."""
    body = _clean(notice.body)
    return [
        app_name,
        replaced,
        icon,
        _clean(notice.title, newlines=False),
        html.escape(body, quote=False) if has_markup else body,
        _actions(notice) if has_actions else [],
        _hints(notice, icon),
        NEVER if notice.is_urgent else SERVER_DECIDES,
    ]


def _actions(notice: Notice) -> list[str]:
    return [text for press, words in notice.presses for text in (press.value, _clean(words))]


def _hints(notice: Notice, icon: str) -> dict[str, Any]:
    hints = {
        "urgency": variant("y", CRITICAL if notice.is_urgent else NORMAL),
        "desktop-entry": variant("s", icon),
    }
    if notice.is_urgent:
        hints["category"] = variant("s", "alarm")
        # A button that is pressed does not take it away: whoever answers the press does.
        hints["resident"] = variant("b", value=True)
    return hints


def _clean(text: str, *, newlines: bool = True) -> str:
    """Leave out what no bus carries or no bubble shows: control characters, half characters."""
    lines = ("".join(filter(_is_shown, line)) for line in text.splitlines())
    return ("\n" if newlines else " ").join(lines)


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"}
