"""Values and rules of the alarm clock: no Qt, no asyncio, no files."""
