"""Tells people that the run before this one was not closed, and what that did to their alarms."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from alarmclock.core.activity.events import EndedUnexpectedly
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.aftermath import aftermath_lines, ended_sentence, touched
from alarmclock.desktop.footing.crash_mark import LeftBehind
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.ui.shell import Shell

CANT_OPEN = "No program could open the file. It is “{path}”."


def crash_event(
    left: LeftBehind, store: Store | UnusableStore, last_alive: datetime | None, now: datetime
) -> EndedUnexpectedly:
    """Tell of an unexpected end; its time is that of the last thing known to have happened."""
    known = [left.opened_at, last_alive, _newest(store)]
    alive_at = max((instant for instant in known if instant and instant <= now), default=now)
    return EndedUnexpectedly(at=now, item_id="", label="", alive_at=alive_at, report=left.report)


def show_crash(
    event: EndedUnexpectedly,
    opened_at: datetime,
    book: AlarmBook,
    shell: Shell,
    folder: Path,
    open_file: Callable[[Path], bool],
) -> None:
    """Say it over all pages, once what was due meanwhile has been rung or missed."""
    zone, path = book.clock.zone(), folder / event.report

    def show() -> None:
        if not open_file(path):
            shell.window.message_bar.warn(CANT_OPEN.format(path=path))

    rings, missed = touched(book, opened_at), len(book.missed())
    lines = aftermath_lines(rings, opened_at, zone, missed=missed)
    shell.tell_crash(ended_sentence(event, zone), lines, show if event.report else None)


def _newest(store: Store | UnusableStore) -> datetime | None:
    try:
        return next((event.at for _, event in store.events(1)), None)
    except StoreUnusable:
        return None
