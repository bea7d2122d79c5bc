"""Alarm Clock: a desktop alarm clock whose alarms are asyncio daemon tasks."""

__version__ = "1.0.0"
