"""The rules of repetition: on which days an alarm is due."""
