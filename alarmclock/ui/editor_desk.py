"""Opens the editor at the side of the window, and takes from it what a person saved."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.errors import AlarmClockError, Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.words.wording import countdown
from alarmclock.ui.desk import Desk
from alarmclock.ui.main_window import MainWindow
from alarmclock.ui.outside import Outside
from alarmclock.ui.widgets.focus_before import FocusBefore
from alarmclock.values import replace

if TYPE_CHECKING:
    from alarmclock.core.sounding.trial import Result
    from alarmclock.ui.editor.alarm_editor import AlarmEditor

UNSAVED = "Save this alarm first, or close it with Esc to drop what you changed."


class EditorDesk:
    """Keeps one editor, made when it is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        book: AlarmBook,
        preferences: Preferences,
        outside: Outside,
        readiness: Readiness,
        mend: Callable[[Mend], None],
    ) -> None:
        self._window = window
        self._desk = desk
        self._book = book
        self._preferences = preferences
        self._outside = outside
        self._readiness = readiness
        self._mend = mend
        self._editor: AlarmEditor | None = None
        self._is_open = False
        self._is_previewing = False
        self._focus = FocusBefore()

    def add(self) -> None:
        """Open the editor for a new alarm."""
        if self._may_open():
            self._open().create(self._preferences.settings.new_alarm)

    def edit(self, item_id: str) -> None:
        """Open the editor for an alarm of the book."""
        self._opened_for(item_id)

    def may_leave(self) -> bool:
        """Make way for another page; what was entered and not saved is kept in sight."""
        if not self._is_open or (self._window.has_room_for_side and self._holds_changes):
            return True
        if not self._may_open():
            return False
        self.close()
        return True

    def show_time(self, now: datetime) -> None:
        """Say anew when the alarm rings, and see whether a preview is over."""
        if self._editor is not None and self._editor.isVisible():
            self._editor.show_time(now)
        if self._is_previewing and not self._outside.is_previewing():
            self._stop_preview()

    def choose_sound(self, item_id: str, problem: str) -> None:
        """Open the editor of an alarm at its sound, and say what is wrong with it."""
        editor = self._opened_for(item_id)
        if editor is not None:
            editor.show_error(Invalid("sound", problem))

    def show_trial_left(self, left: timedelta) -> None:
        """Say how long a trial still rings."""
        if self._editor is not None and left > timedelta(0):
            self._editor.show_trial_progress(f"Ringing for {countdown(left)} …")

    def show_trial_result(self, result: "Result | None") -> None:
        """Say what a trial has proved; None when it was broken off."""
        if self._editor is None:
            return
        self._editor.show_trial(False)
        if result is not None:
            # With the rest of the editor it is not loaded before somebody wants it.
            from alarmclock.ui.editor.sentence import TONES

            self._editor.show_trial_result(result.sentence, TONES[result.grade])

    def close(self) -> None:
        """Close the editor without saving; the focus goes back to where it was."""
        if not self._is_open:
            return
        self._is_open = False
        self._stop_preview()
        self._window.hide_editor()
        self._focus.give_back()

    @property
    def _holds_changes(self) -> bool:
        return self._is_open and self._editor is not None and self._editor.is_changed

    def _may_open(self) -> bool:
        """Ask for a decision rather than drop what was entered."""
        if not self._holds_changes:
            return True
        assert self._editor is not None
        self._editor.show_error(Invalid("", UNSAVED))
        self._editor.setFocus()
        return False

    def _opened_for(self, item_id: str) -> "AlarmEditor | None":
        """Open the editor for an alarm of the book, None when it can't be opened."""
        item = self._book.find(item_id)
        if not isinstance(item, Alarm) or not self._may_open():
            return None
        editor = self._open()
        editor.edit(item)
        return editor

    def _open(self) -> "AlarmEditor":
        if self._editor is None:
            self._editor = self._make()
        if not self._is_open:
            self._focus.note(self._window.focusWidget())
        self._is_open = True
        self._stop_preview()
        self._window.show_editor(self._editor)
        return self._editor

    def _make(self) -> "AlarmEditor":
        from alarmclock.ui.editor.alarm_editor import AlarmEditor

        editor = AlarmEditor(self._window.theme, self._book.clock, judge=self._readiness.verdict)
        editor.save_requested.connect(self._save)
        editor.delete_requested.connect(self._delete)
        editor.closed.connect(self.close)
        editor.preview_requested.connect(self._preview)
        editor.preview_stopped.connect(self._stop_preview)
        editor.mend_requested.connect(self._mend)
        self._readiness.listen(editor.show_verdict)
        editor.trial_requested.connect(self._begin_trial)
        editor.trial_stopped.connect(self._outside.stop_trial)
        editor.sound_chosen.connect(self._outside.look_at_sound)
        return editor

    def _save(self, alarm: Alarm) -> None:
        assert self._editor is not None
        try:
            sound = self._outside.adopt_sound(alarm.ring.sound)
            self._desk.save(replace(alarm, ring=replace(alarm.ring, sound=sound)))
        except Invalid as error:
            self._editor.show_error(error)
        except AlarmClockError as error:
            self._window.message_bar.warn(str(error))
        else:
            self.close()

    def _delete(self, item_id: str) -> None:
        self.close()
        self._desk.delete(item_id)

    def _preview(self, settings: RingSettings) -> None:
        assert self._editor is not None
        try:
            self._outside.check_sound(settings.sound)
        except Invalid as error:
            self._editor.show_error(error)
            self._editor.show_previewing(False)
            return
        self._outside.preview(settings)
        self._is_previewing = True
        self._editor.show_previewing(True)

    def _begin_trial(self, alarm: Alarm) -> None:
        assert self._editor is not None
        try:
            self._outside.check_sound(alarm.ring.sound)
        except Invalid as error:
            self._editor.show_error(error)
            return
        self._editor.show_trial(True)
        self._outside.begin_trial(alarm)

    def _stop_preview(self) -> None:
        """Stop the preview if there is one; the player is not made for that alone."""
        if self._is_previewing:
            self._is_previewing = False
            self._outside.stop_preview()
        if self._editor is not None:
            self._editor.show_previewing(False)
