"""The panel where an alarm is made and changed: it shows one, and asks for it to be saved."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from alarmclock.core.alarm import Alarm
from alarmclock.core.certainty.half_day import other_half
from alarmclock.core.errors import Invalid
from alarmclock.core.ports import Clock
from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.editor.alarm_fields import AlarmFields
from alarmclock.ui.editor.draft import armed, new_alarm, next_rings
from alarmclock.ui.editor.entered_verdict import EnteredVerdict, Judge
from alarmclock.ui.editor.frame import Footer, Header
from alarmclock.ui.editor.half_question import HalfQuestion
from alarmclock.ui.editor.hearing import Hearing
from alarmclock.ui.editor.plan_text import plan_lines
from alarmclock.ui.editor.problems import Problems, focus_on
from alarmclock.ui.editor.rule_pills import RulePill
from alarmclock.ui.editor.sentence import Sentence, Tone
from alarmclock.ui.editor.time_field import TimeField
from alarmclock.ui.editor.time_text import is_time, may_become_time
from alarmclock.ui.theme import Theme
from alarmclock.values import replace

NARROWEST = 320
STACKED_BELOW = 370
HIGH_TIME, LOW_TIME, HIGH_FROM = 116, 84, 700
SIDE_MARGIN, END_MARGIN = 24, 20
# Nobody is blamed for a list that has just begun.
BEGUN_EMPTY = ("dates",)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AlarmEditor(QWidget):
    """Shows one alarm with all its choices. It changes nothing itself; its signals ask for that."""

    save_requested = Signal(object)
    delete_requested = Signal(str)
    closed = Signal()
    preview_requested = Signal(object)
    preview_stopped = Signal()
    # The alarm as it is entered is to ring for some seconds, whether it is saved or not.
    trial_requested = Signal(object)
    trial_stopped = Signal()
    # The path of an own file, before it is saved.
    sound_chosen = Signal(str)
    # What mends the computer or the settings; what mends the alarm is done in its fields.
    mend_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        judge: Judge | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("alarmEditor")
        self.setAccessibleName("Alarm editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self._clock = clock
        self._alarm: Alarm | None = None
        self._is_new = False
        self._first_entries: tuple[object, ...] = ()
        self._problem: Invalid | None = None
        self._header = Header(self)
        self._time = TimeField(self)
        self._half = HalfQuestion(self)
        self._sentence = Sentence(self)
        self._fields = AlarmFields(theme, self)
        self._hearing = Hearing(self._fields.ring, self._entered, self)
        self._verdict = EnteredVerdict(self._fields, judge, self)
        self._footer = Footer(self)
        self._problems = Problems(self._fields.rows, self._time)
        self._lay_out()
        self._connect()

    # What is shown

    def edit(self, alarm: Alarm) -> None:
        """Show an alarm that is in the book."""
        self._show(alarm, is_new=False)

    # Qt's own create makes a native window; it is not virtual, and nobody calls it here.
    def create(self, settings: RingSettings) -> None:  # type: ignore[override]
        """Show a new alarm that rings as the settings say."""
        now, zone = self._clock.now(), self._clock.zone()
        self._show(new_alarm(settings, now, zone), is_new=True)

    def show_time(self, now: datetime) -> None:
        """Say anew how long it is until the alarm would ring."""
        if self._alarm is not None:
            self._show_now(now)
            self._say_when_it_rings(now)

    def show_error(self, error: Invalid) -> None:
        """Mark the field that an error names, say what is wrong, and go there."""
        self._problem = error
        field = self._problems.mark(error)
        if not self._problems.tell_below(error):
            self._sentence.say(str(error), Tone.BAD)
        if field is not None:
            self._fields.reveal(field)
            focus_on(field)

    def show_previewing(self, previewing: bool) -> None:
        """Let the play button stop the sound while it plays."""
        self._hearing.show_previewing(previewing=previewing)

    def show_verdict(self) -> None:
        """Say anew whether the alarm will be heard: something else is known of the computer."""
        self._verdict.judge_again()

    def show_trial(self, running: bool) -> None:
        """Let the button stop the trial while it runs."""
        self._fields.ring.trial.show_running(running=running)

    def show_trial_progress(self, sentence: str) -> None:
        """Say how the trial goes: “Ringing for 7 s…”."""
        self._fields.ring.trial.show_progress(sentence)

    def show_trial_result(self, sentence: str, tone: Tone) -> None:
        """Say what the trial proved, as long as it is about what is entered."""
        self._fields.ring.trial.show_result(sentence, tone)

    @property
    def is_changed(self) -> bool:
        """True while something is entered that differs from what was shown at first."""
        return self._alarm is not None and self._entries() != self._first_entries

    # What a person does

    def save(self) -> None:
        """Ask for the alarm to be saved, or show what keeps it from being saved."""
        if self._alarm is None:
            return
        now = self._clock.now()
        try:
            entered = self._entered()
            next_rings(entered, now, self._clock.zone(), was_off=False)
        except Invalid as error:
            self.show_error(error)
        else:
            self.save_requested.emit(armed(self._alarm, entered, now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, close with Esc; Enter on a button presses it."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER_KEYS and _is_pressed_by_enter(focused):
            assert isinstance(focused, QPushButton)
            focused.click()
        elif event.key() in ENTER_KEYS:
            self.save()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields below their names where there is little room beside them."""
        super().resizeEvent(event)
        self._fields.stack(stacked=self.width() < STACKED_BELOW)
        self._time.be_high(HIGH_TIME if self.height() >= HIGH_FROM else LOW_TIME)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the time: a field that is hidden can't take the keyboard."""
        super().showEvent(event)
        if not event.spontaneous():
            focus_on(self._time)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what belongs to the alarm that is edited no more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._put_away()

    # How it is done

    def _show(self, alarm: Alarm, *, is_new: bool) -> None:
        self._put_away()
        self._alarm = None
        self._header.title.setText("New alarm" if is_new else "Edit alarm")
        self._footer.delete.setVisible(not is_new)
        self._fields.show_alarm(alarm, self._clock.now(), self._clock.zone())
        self._time.show_time_of_day(alarm.time)
        self._verdict.judge_again()
        self._alarm, self._is_new = alarm, is_new
        self._first_entries = self._entries()
        self._follow_change()
        focus_on(self._time)

    def _put_away(self) -> None:
        self._fields.ring.sound.close_dialog()
        self._hearing.end()

    def _entered(self) -> Alarm:
        """Give the alarm with everything that is entered. Raises Invalid."""
        assert self._alarm is not None
        return self._fields.alarm(self._with_time(self._alarm))

    def _entries(self) -> tuple[object, ...]:
        return self._time.text(), *self._fields.entries()

    def _with_time(self, alarm: Alarm) -> Alarm:
        return replace(alarm, time=self._time.value())

    def _show_now(self, now: datetime) -> None:
        wall = self._time.value() if is_time(self._time.text()) else None
        self._fields.show_now(now, self._clock.zone(), wall)

    def _follow_change(self) -> None:
        if self._alarm is not None:
            self._problem = None
            self._problems.clear()
            self._show_now(self._clock.now())
            self._say_when_it_rings(self._clock.now())

    def _say_when_it_rings(self, now: datetime) -> None:
        assert self._alarm is not None
        if self._problem is not None:
            return
        was_off = self._alarm.armed_at is None and not self._is_new
        try:
            entered = self._fields.when(self._with_time(self._alarm))
            sentence = next_rings(entered, now, self._clock.zone(), was_off=was_off)
        except Invalid as error:
            self._fields.plan.show_lines([])
            self._half.ask(None)
            self._say_why_not(error)
        else:
            self._fields.plan.show_lines(plan_lines(entered, now, self._clock.zone()))
            self._problems.clear()
            self._sentence.say(sentence, Tone.GOOD)
            self._ask_about_half(entered, now)

    def _ask_about_half(self, entered: Alarm, now: datetime) -> None:
        is_open = self._time.is_typed_bare
        self._half.ask(other_half(entered, now, self._clock.zone()) if is_open else None)

    def _take_other_half(self) -> None:
        if self._half.time is not None:
            self._time.show_time_of_day(self._half.time)
            focus_on(self._time)

    def _say_why_not(self, error: Invalid) -> None:
        if self._is_typing(error):
            self._problems.clear()
            self._sentence.say(str(error), Tone.UNFINISHED)
        else:
            self._problems.mark(error)
            self._sentence.say(str(error), Tone.BAD)

    def _is_typing(self, error: Invalid) -> bool:
        """Tell whether a wrong entry may still become a right one: nobody is blamed so soon."""
        focused = self.focusWidget()
        if error.field in BEGUN_EMPTY:
            return True
        if focused is None or not focused.hasFocus():
            return False
        if focused is self._time:
            return error.field == "time" and may_become_time(self._time.text())
        return error.field == focused.objectName()

    def _follow_leaving(self) -> None:
        if self._alarm is not None:
            self._say_when_it_rings(self._clock.now())

    def _delete(self) -> None:
        if self._alarm is not None:
            self.delete_requested.emit(self._alarm.id)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_MARGIN, END_MARGIN, 0, END_MARGIN)
        layout.setSpacing(12)
        for part in (self._header, self._time, self._half, self._sentence):
            layout.addLayout(_with_right_margin(part))
        layout.addWidget(self._fields, 1)
        layout.addLayout(_with_right_margin(self._footer))

        QWidget.setTabOrder(self._footer.save, self._header.cancel)
        QWidget.setTabOrder(self._header.cancel, self._footer.delete)

    def _connect(self) -> None:
        self._time.changed.connect(self._follow_change)
        self._time.left.connect(self._follow_leaving)
        self._fields.changed.connect(self._follow_change)
        self._fields.left.connect(self._follow_leaving)
        self._fields.ring.sound.file_chosen.connect(self.sound_chosen)
        self._half.taken.connect(self._take_other_half)
        self._hearing.preview_requested.connect(self.preview_requested)
        self._hearing.preview_stopped.connect(self.preview_stopped)
        self._hearing.trial_requested.connect(self.trial_requested)
        self._hearing.trial_stopped.connect(self.trial_stopped)
        self._hearing.refused.connect(self.show_error)
        self._verdict.mend_requested.connect(self.mend_requested)
        self._header.cancel.clicked.connect(self.closed)
        self._footer.save.clicked.connect(self.save)
        self._footer.delete.clicked.connect(self._delete)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)


def _is_pressed_by_enter(focused: QWidget | None) -> bool:
    """Tell whether Enter belongs to a button; to choose a kind of rule, Space and arrows do."""
    return isinstance(focused, QPushButton) and not isinstance(focused, RulePill)


def _with_right_margin(part: QWidget) -> QHBoxLayout:
    """Keep the right margin that the fields leave to their scroll bar."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, SIDE_MARGIN, 0)
    line.addWidget(part)
    return line
