"""The panel at the side where an alarm is made and changed."""

from alarmclock.ui.editor.alarm_editor import AlarmEditor

__all__ = ["AlarmEditor"]
