"""Which field is wrong, and why: marks it, says so, and takes both back."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.field_row import FieldRow
from alarmclock.ui.editor.marks import mark_invalid

# What core names by its value, not by its field.
FIELD_NAMES = {"rule": "repeat", "rise": "ramp"}
# Wrong entries of these keep the editor from saying when the alarm rings.
ABOUT_WHEN = ("time", "date", "repeat", "zone")


class Problems:
    """The one problem that the editor shows at a time."""

    def __init__(self, rows: Mapping[str, FieldRow], time_field: QWidget) -> None:
        self._rows = rows
        self._time_field = time_field
        self._marked: QWidget | None = None
        self._told: FieldRow | None = None

    def mark(self, error: Invalid) -> QWidget | None:
        """Mark the field of an error and give it, None when no field is to blame."""
        self.clear()
        self._marked = self._field(error)
        if self._marked is not None:
            mark_invalid(self._marked, invalid=True)
            self._marked.setAccessibleDescription(str(error))
        return self._marked

    def tell_below(self, error: Invalid) -> bool:
        """Say what is wrong below its field, and tell whether there was one to say it below."""
        row = self._rows.get(_name(error))
        if row is None or _name(error) in ABOUT_WHEN:
            return False
        self._told = row
        row.show_problem(str(error))
        return True

    def clear(self) -> None:
        """Take back the mark and the sentence."""
        if self._marked is not None:
            mark_invalid(self._marked, invalid=False)
            self._marked.setAccessibleDescription("")
            self._marked = None
        if self._told is not None:
            self._told.show_problem("")
            self._told = None

    def _field(self, error: Invalid) -> QWidget | None:
        row = self._rows.get(_name(error))
        return row.field if row else self._time_field if error.field == "time" else None


def focus_on(field: QWidget) -> None:
    """Bring the keyboard to a field, as Tab would."""
    field.setFocus(Qt.FocusReason.TabFocusReason)


def _name(error: Invalid) -> str:
    return FIELD_NAMES.get(error.field, error.field)
