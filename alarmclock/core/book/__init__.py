"""The alarms a person has, and every way to change, answer and undo."""
