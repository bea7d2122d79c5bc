"""The notice of what was missed, and what can be done about it."""
