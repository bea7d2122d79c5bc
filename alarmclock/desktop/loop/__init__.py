"""The event loop of Qt and asyncio as one."""
