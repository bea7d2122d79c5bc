"""What could not be read from a sound file, in sentences for people."""

from collections.abc import Iterator, Sequence

from alarmclock.core.words.wording import counted

MOST_NAMED = 5


class Problems:
    """The damaged entries of the last reading; each stays in the file as it is."""

    def __init__(self) -> None:
        self._sentences: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences.values())

    def note_items(self, labels: Sequence[str]) -> None:
        """Remember which alarms and timers could not be read."""
        number = counted(len(labels), "alarm or timer", "alarms and timers")
        self._note(
            "items",
            f"{number} could not be read and will not ring: {_listed(labels)}. Set anew what is "
            "missing; the damaged entries are kept in the file.",
            found=bool(labels),
        )

    def note_rings(self, count: int) -> None:
        """Remember how many rings could not be read."""
        number = counted(count, "earlier ring", "earlier rings")
        self._note(
            "rings",
            f"{number} could not be read, so the window may not show what was missed or snoozed.",
            found=count > 0,
        )

    def note_settings(self, names: Sequence[str]) -> None:
        """Remember which settings could not be read."""
        number = counted(len(names), "setting", "settings")
        self._note(
            "settings",
            f"{number} could not be read and went back to the default. Please look through the "
            "settings.",
            found=bool(names),
        )

    def note_changed_items(self, labels: Sequence[str]) -> None:
        """Remember which alarms and timers are not what they were saved as."""
        number = counted(len(labels), "alarm or timer was", "alarms and timers were")
        self._note(
            "changed items",
            f"{number} changed by damage to the file: {_listed(labels)}. What you see now is what "
            "rings. Check it and save it again.",
            found=bool(labels),
        )

    def note_changed_rings(self, count: int) -> None:
        """Remember how many rings are not what they were saved as."""
        number = counted(count, "earlier ring was", "earlier rings were")
        self._note(
            "changed rings",
            f"{number} changed by damage to the file, so the window may not show what was missed "
            "or snoozed.",
            found=count > 0,
        )

    def note_changed_settings(self, count: int) -> None:
        """Remember how many settings are not what they were saved as."""
        number = counted(count, "setting was", "settings were")
        self._note(
            "changed settings",
            f"{number} changed by damage to the file. Please look through the settings.",
            found=count > 0,
        )

    def _note(self, subject: str, sentence: str, *, found: bool) -> None:
        self._sentences.pop(subject, None)
        if found:
            self._sentences[subject] = sentence


def _listed(labels: Sequence[str]) -> str:
    named = [
        f"“{label}”" if label and label.isprintable() else "one without a readable label"
        for label in labels[:MOST_NAMED]
    ]
    more = [f"{len(labels) - MOST_NAMED:,} more"] if len(labels) > MOST_NAMED else []
    return ", ".join(named + more)
