"""Export, import and backups as commands of the command line, with the window or without it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from alarmclock.core.activity.events import Event
from alarmclock.core.change import Item
from alarmclock.core.exchange.backup import Backup, backup_words
from alarmclock.core.exchange.imported import Imported, Remark
from alarmclock.core.exchange.importing import Choices, Importing
from alarmclock.core.exchange.plan import Plan
from alarmclock.core.exchange.plan_words import done_sentence, groups, headline
from alarmclock.core.phrase import write
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.core.service.arguments import Arguments, needed_text, text_of, truth_of
from alarmclock.core.service.item_fields import Fields, instant_text
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.timer import Timer
from alarmclock.store.exchange.exporting import Exporting, Steps
from alarmclock.store.exchange.reading import ImportReader
from alarmclock.store.exchange.snapshot import Snapshot
from alarmclock.store.restoring import Restoring, no_backup

NO_BACKUPS = "There is no backup yet. One is made each day."
AT_NEXT_OPENING = "This backup is brought back when Alarm Clock is opened again: close it now."

BringHistory = Callable[[Sequence[Ring], Sequence[Event]], object]


class Sources(Protocol):
    """What reads and writes; each is made when it is first wanted."""

    @property
    def exporting(self) -> Exporting:
        """Writes files."""

    @property
    def importing(self) -> Importing:
        """Plans an import and does it."""

    @property
    def reader(self) -> ImportReader:
        """Reads files."""

    @property
    def restoring(self) -> Restoring:
        """Lists backups and brings one back."""


class FileCommands:
    """The commands; each raises AlarmClockError with its reason, and nothing has changed then.

    `is_open` tells that the window is open, so that its file can't be exchanged now.
    """

    def __init__(
        self,
        sources: Sources,
        clock: Clock,
        bring_history: BringHistory,
        tell: Callable[[str], None],
        *,
        is_open: bool,
    ) -> None:
        self._sources = sources
        self._clock = clock
        self._bring_history = bring_history
        self._tell = tell
        self._is_open = is_open

    def deeds(self) -> Mapping[str, Callable[[Arguments], Reply]]:
        """Give the commands by their names."""
        return {
            "export": self.export,
            "import": self.bring_in,
            "backups": self.backups,
            "restore": self.restore,
        }

    def export(self, arguments: Arguments) -> Reply:
        """Write a file of the kind that its ending says."""
        steps = self.gathering(arguments)
        while True:
            try:
                next(steps)
            except StopIteration as over:
                return self.write(over.value, arguments)

    def gathering(self, arguments: Arguments) -> Steps:
        """Take what is to be exported, step by step."""
        history = truth_of(arguments, "history")
        return self._sources.exporting.gather(_path(arguments).suffix, history=history)

    def write(self, snapshot: Snapshot, arguments: Arguments) -> Reply:
        """Write what was taken; any thread may do so."""
        path = _path(arguments)
        return Reply({"file": str(path)}, snapshot.save(path))

    def bring_in(self, arguments: Arguments) -> Reply:
        """Say what an import adds, changes and leaves, and do it unless it is only to be said."""
        return self.take(self.read(arguments), arguments)

    def read(self, arguments: Arguments) -> Imported:
        """Read a file, and copy its sounds unless it is only to be said; any thread may do so."""
        reader = self._sources.reader
        imported = reader.read(_path(arguments))
        return imported if truth_of(arguments, "dry_run") else reader.taken(imported)

    def take(self, imported: Imported, arguments: Arguments) -> Reply:
        """Say what an import of what was read comes to, and do it unless it is only to be said."""
        importing, path = self._sources.importing, _path(arguments)
        if truth_of(arguments, "dry_run"):
            plan = importing.plan(imported)
            return Reply(_plan_fields(plan, done=False), _plan_text(headline(plan), plan))
        choices = Choices(settings=truth_of(arguments, "settings"))
        plan = importing.carry_out(imported, path.name, choices)
        if truth_of(arguments, "history"):
            self._bring_history(plan.rings, plan.events)
        if not plan.is_empty:
            self._tell(done_sentence(plan))
        return Reply(_plan_fields(plan, done=True), _plan_text(done_sentence(plan), plan))

    def backups(self, arguments: Arguments) -> Reply:
        """List the backups, newest first."""
        del arguments
        found = self._sources.restoring.all()
        text = "\n".join(f"{one.name}  {backup_words(one, self._clock.zone())}" for one in found)
        return Reply([_backup_fields(one) for one in found], text, "" if found else NO_BACKUPS)

    def restore(self, arguments: Arguments) -> Reply:
        """Bring a backup back: now, or when the window is opened again; the newest by default."""
        restoring = self._sources.restoring
        name = text_of(arguments, "name") or _newest_good(restoring.all())
        if not restoring.has(name):
            raise NothingMatched(no_backup(name))
        if self._is_open:
            restoring.request(name)
            return Reply({"name": name, "restored": False}, AT_NEXT_OPENING)
        return Reply({"name": name, "restored": True}, restoring.restore(name))


def _path(arguments: Arguments) -> Path:
    return Path(needed_text(arguments, "path"))


def _newest_good(backups: Iterable[Backup]) -> str:
    good = (backup.name for backup in backups if backup.is_good and not backup.is_replaced)
    name = next(good, None)
    if name is None:
        raise NothingMatched(NO_BACKUPS)
    return name


def _plan_text(first: str, plan: Plan) -> str:
    lines = [f"{first[0].upper()}{first[1:]}"]
    for group in groups(plan):
        lines += [f"{group.title}:", *(f"  {line}" for line in group.lines)]
    return "\n".join(lines)


def _plan_fields(plan: Plan, *, done: bool) -> Fields:
    changed = (change.after for change in plan.change)
    return {
        "done": done,
        "added": [_item(item) for item in plan.add],
        "changed": [_item(item) for item in changed if item is not None],
        "left": [_item(item) for item in plan.leave],
        "refused": [_remark(remark) for remark in plan.refused],
        "notes": [_remark(remark) for remark in plan.notes],
    }


def _item(item: Item) -> Fields:
    kind = "timer" if isinstance(item, Timer) else "alarm"
    phrase = write(item, base=item.ring)
    return {"id": item.id, "kind": kind, "label": item.label, "phrase": phrase}


def _remark(remark: Remark) -> Fields:
    return {"name": remark.name, "sentence": remark.sentence}


def _backup_fields(backup: Backup) -> Fields:
    return {
        "name": backup.name,
        "made_at": instant_text(backup.made_at),
        "size_bytes": backup.size_bytes,
        "good": backup.is_good,
        "items": backup.items,
        "replaced": backup.is_replaced,
    }
