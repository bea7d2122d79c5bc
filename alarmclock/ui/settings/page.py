"""The Settings page."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.core.settings import Theme as Choice
from alarmclock.resources import Sound
from alarmclock.ui.settings import words
from alarmclock.ui.settings.about import AboutSection
from alarmclock.ui.settings.exchange import ExchangeSection
from alarmclock.ui.settings.new_alarm import NewAlarmSection
from alarmclock.ui.settings.ringing import RingingSection
from alarmclock.ui.settings.row import SettingRow
from alarmclock.ui.settings.section import Section
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.preset_field import PresetField
from alarmclock.ui.widgets.two_column_page import TwoColumnPage
from alarmclock.values import replace

SIDE_BY_SIDE = 900
CLOSING_HINT = "How long the cancelled alarms are shown when you close the window."
KEPT_HINT = "What happened earlier is forgotten, once a day."
PRESETS_HINT = "Minutes, separated by commas."


class SettingsPage(TwoColumnPage):
    """Shows the settings; each valid change leaves as a signal, an invalid one is explained."""

    settings_changed = Signal(object)
    open_folder_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(
        self, theme: Theme, sounds: Sequence[Sound], parent: QWidget | None = None
    ) -> None:
        super().__init__("Settings", side_by_side=SIDE_BY_SIDE, parent=parent)
        self.setObjectName("settingsPage")
        self._settings = Settings()
        icons = Icons(theme)
        self._theme = ChoiceBox(icons, words.THEMES, words.theme_words)
        self._theme.setObjectName("settingTheme")
        self._closing = ChoiceBox(icons, words.CLOSING_TIMES, words.closing_words)
        self._closing.setObjectName("settingClosingTime")
        self._kept = ChoiceBox(icons, words.KEPT, words.kept_words)
        self._kept.setObjectName("settingActivityKept")
        self._presets = PresetField()
        self._presets.setObjectName("settingPresets")
        self._presets_row = SettingRow("Timer presets", self._presets, PRESETS_HINT)
        self._new_alarm = NewAlarmSection(icons, sounds)
        self._ringing = RingingSection(icons)
        self.exchange = ExchangeSection()
        self._about = AboutSection()
        self._lay_out()
        self._connect()
        self.show_settings(self._settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these choices."""
        self._settings = settings
        self._theme.choose(settings.theme)
        self._closing.choose(settings.closing_time)
        self._kept.choose(settings.activity_kept)
        self._new_alarm.show_ring(settings.new_alarm)
        self._ringing.show_settings(settings)
        self._presets.show_presets(settings.timer_presets)
        self._presets_row.say("")

    def show_about(self, version: str, data_folder: str) -> None:
        """Show which program this is and where its data lies."""
        self._about.show_about(version, data_folder)

    def _choose_theme(self, theme: Choice) -> None:
        self._change(replace(self._settings, theme=theme))

    def _choose_closing_time(self, closing_time: timedelta) -> None:
        self._change(replace(self._settings, closing_time=closing_time))

    def _choose_kept(self, kept: timedelta | None) -> None:
        self._change(replace(self._settings, activity_kept=kept))

    def _choose_new_alarm(self, ring: RingSettings) -> None:
        self._change(replace(self._settings, new_alarm=ring))

    def _choose_ringing(self, choose: Callable[[Settings], Settings]) -> None:
        self._change(choose(self._settings))

    def _choose_presets(self) -> None:
        try:
            presets = self._presets.read()
        except Invalid as error:
            self._presets_row.say(str(error))
            return
        self._presets_row.say("")
        self._change(replace(self._settings, timer_presets=presets))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit(settings)

    def _connect(self) -> None:
        self._theme.chosen.connect(self._choose_theme)
        self._closing.chosen.connect(self._choose_closing_time)
        self._kept.chosen.connect(self._choose_kept)
        self._new_alarm.changed.connect(self._choose_new_alarm)
        self._ringing.chosen.connect(self._choose_ringing)
        self._presets.editingFinished.connect(self._choose_presets)
        self._about.open_folder_requested.connect(self.open_folder_requested)
        self._about.shortcuts_requested.connect(self.shortcuts_requested)

    def _lay_out(self) -> None:
        window = Section("Window")
        window.add(SettingRow("Theme", self._theme))
        window.add(SettingRow("Closing time", self._closing, CLOSING_HINT))
        timers = Section("Timers")
        timers.add(self._presets_row)
        activity = Section("Activity")
        activity.add(SettingRow("Kept for", self._kept, KEPT_HINT))
        right = (self._ringing, timers, activity, self.exchange, self._about)
        self.set_columns((window, self._new_alarm), right)
