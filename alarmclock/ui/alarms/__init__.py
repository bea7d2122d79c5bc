"""The page of alarms: the list as cards, quick entry and what was missed."""
