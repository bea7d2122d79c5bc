"""Alarms as other programs and other computers know them: what comes in and what goes out."""
