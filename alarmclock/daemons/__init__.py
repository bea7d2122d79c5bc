"""The background: the clock, the alarm daemons and their keeper; asyncio, no Qt."""
