"""Sentences for people, about alarms and times."""
