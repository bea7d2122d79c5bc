"""The outline of a calendar file, found line by line before any library sees it.

It cuts the file into its events and tasks, each small and complete, and refuses what no calendar
looks like: without an end, nested too deep, with a million parts.
"""

import re
from collections.abc import Iterator
from datetime import date

from alarmclock.core.exchange.imported import LeftOut, NotImported
from alarmclock.store.exchange.text_file import lines_of
from alarmclock.values import dataclass, field

BEGIN, END = "BEGIN:", "END:"
CALENDAR, EVENT, TODO, ALARM = "VCALENDAR", "VEVENT", "VTODO", "VALARM"
WANTED = (EVENT, TODO)
OWN_ITEM = "X-ALARMCLOCK-ITEM"
DEEPEST = 8
MOST_COMPONENTS = 100_000
# Each of these is read by the library, and becomes alarms that people look through.
MOST_WITH_ALARM = 2_000
LONGEST_PROPERTY = 32 * 1024
MOST_LINES = 5_000
# An attachment inside the file is never a sound that could be played.
LONGEST_KEPT = {"ATTACH": 4096, "DESCRIPTION": 4096}
REPLACES = "RECURRENCE-ID"
REPEATS = ("RRULE", "RDATE", REPLACES)
STARTS = ("DTSTART", "DUE", "DTEND")
ESCAPED = re.compile(r"\\([nN,;\\])")
COMPACT_DATE = re.compile(r":(\d{4})(\d{2})(\d{2})")


@dataclass(slots=True)
class Component:
    """The text of one event or task, and what decides whether it is read at all."""

    kind: str
    lines: list[str] = field(default_factory=list)
    has_alarm: bool = False
    repeats: bool = False
    replaces: bool = False
    newest: str = ""
    label: str = ""

    @property
    def text(self) -> str:
        """The component as a small file of its own."""
        return "\r\n".join(self.lines) + "\r\n"


@dataclass(slots=True)
class Outline:
    """A whole file: its calendar's own properties, and what rings in it."""

    properties: dict[str, str] = field(default_factory=dict)
    components: list[Component] = field(default_factory=list)
    silent: LeftOut = field(default_factory=LeftOut)
    over: LeftOut = field(default_factory=LeftOut)


def outline_of(text: str, over_before: date) -> Outline:
    """Find the events and tasks with an alarm; those before a date that don't repeat are over.

    Raises NotImported.
    """
    return _Scan(over_before.strftime("%Y%m%d")).run(text)


def properties_of(text: str) -> Iterator[str]:
    """Join the lines of each property (RFC 5545, 3.1)."""
    whole: list[str] = []
    length = 0
    for line in lines_of(text):
        if line[:1] in (" ", "\t") and whole:
            length += len(line)
            if length <= LONGEST_PROPERTY:
                whole.append(line[1:])
            continue
        if whole:
            yield "".join(whole)
        whole, length = [line], len(line)
    if whole:
        yield "".join(whole)


def _plain(escaped: re.Match[str]) -> str:
    return " " if escaped[1] in "nN" else escaped[1]


class _Scan:
    """One walk through a file."""

    def __init__(self, over_before: str) -> None:
        self._over_before = over_before
        self._outline = Outline()
        self._open: list[str] = []
        self._seen = 0
        self._current: Component | None = None
        self._calendars = 0

    def run(self, text: str) -> Outline:
        for line in properties_of(text):
            if line[:6].upper() == BEGIN:
                self._begin(line[6:].strip().upper())
            elif line[:4].upper() == END:
                self._end(line[4:].strip().upper())
            elif self._open:
                self._property(line)
            elif line.strip():
                self._refuse_stranger(line)
        if self._open:
            raise NotImported(
                f"This calendar ends in the middle of a {self._open[-1][:20]}: it is not complete. "
                "Download or export it again; nothing was changed."
            )
        if not self._calendars:
            raise NotImported("This file is empty. Choose a calendar (.ics) or an export (.json).")
        return self._outline

    def _refuse_stranger(self, line: str) -> None:
        if not self._calendars:
            raise NotImported(
                "This file is no calendar: it does not begin with “BEGIN:VCALENDAR”. Choose a "
                "calendar (.ics) or an export of Alarm Clock (.json)."
            )
        del line  # what follows the calendar is none of ours

    def _begin(self, name: str) -> None:
        if not self._open and name != CALENDAR:
            self._refuse_stranger(name)
            return
        self._open.append(name)
        if len(self._open) > DEEPEST:
            raise NotImported(
                "The parts of this calendar are nested too deep, so it is damaged. Export it again."
            )
        self._seen += 1
        if self._seen > MOST_COMPONENTS:
            raise NotImported(
                f"This calendar has more than {MOST_COMPONENTS:,} entries. Export a part of it, "
                "such as this year."
            )
        if name == CALENDAR:
            self._calendars += 1
        if self._current is not None:
            self._current.has_alarm |= name == ALARM
            self._current.lines.append(BEGIN + name)
        elif name in WANTED:
            self._current = Component(name, [BEGIN + name])

    def _end(self, name: str) -> None:
        if not self._open:
            return
        if self._open.pop() != name:
            raise NotImported(
                f"This calendar is damaged: a {name[:20]} ends that did not begin. Export it "
                "again; nothing was changed."
            )
        current = self._current
        if current is None:
            return
        current.lines.append(END + name)
        if name == current.kind and not self._is_inside():
            self._current = None
            self._keep(current)

    def _is_inside(self) -> bool:
        return any(name in WANTED for name in self._open)

    def _property(self, line: str) -> None:
        name = re.split("[:;]", line, maxsplit=1)[0].upper()
        if self._current is None:
            if self._open == [CALENDAR]:
                self._outline.properties.setdefault(name, line.partition(":")[2][:200])
            return
        if len(line) > LONGEST_KEPT.get(name, LONGEST_PROPERTY):
            line = line[: LONGEST_KEPT[name]] if name == "DESCRIPTION" else ""
        if not line or len(self._current.lines) > MOST_LINES:
            return
        self._current.lines.append(line)
        if name == OWN_ITEM:
            self._current.has_alarm = True
        if self._open[-1] == self._current.kind:
            self._look_at(self._current, name, line)

    def _look_at(self, component: Component, name: str, line: str) -> None:
        component.repeats |= name in REPEATS
        component.replaces |= name == REPLACES
        if name in STARTS and (found := COMPACT_DATE.search(line)):
            component.newest = max(component.newest, "".join(found.groups()))
        if name == OWN_ITEM:
            component.repeats = True
        if name == "SUMMARY":
            component.label = ESCAPED.sub(_plain, line.partition(":")[2][:200])

    def _keep(self, component: Component) -> None:
        # What replaces one start of a series is wanted without a reminder, too: it rings no more.
        if not component.has_alarm and not component.replaces:
            self._outline.silent.add(component.label)
        elif not component.repeats and component.newest and component.newest < self._over_before:
            self._outline.over.add(component.label)
        else:
            self._outline.components.append(component)
        if len(self._outline.components) > MOST_WITH_ALARM:
            raise NotImported(
                f"This calendar has more than {MOST_WITH_ALARM:,} entries with a reminder to come. "
                "Export a part of it."
            )
