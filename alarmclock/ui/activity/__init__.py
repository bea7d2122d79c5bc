"""The activity as people see it: a panel beside the alarms, a page of its own."""
