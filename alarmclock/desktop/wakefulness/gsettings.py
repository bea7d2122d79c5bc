"""GNOME's settings, read by its own little program where it is installed."""

import asyncio
import logging
import shutil

ENDS_WITHIN_S = 3.0

logger = logging.getLogger(__name__)


async def list_settings(
    schema: str, program: str = "gsettings", ends_within_s: float = ENDS_WITHIN_S
) -> str:
    """Give all keys of a schema with their values, one a line; empty where there is none."""
    path = shutil.which(program)
    if path is None:
        return ""
    try:
        process = await asyncio.create_subprocess_exec(
            path,
            "list-recursively",
            schema,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError as error:
        logger.debug("%s can't be run: %s", path, error)
        return ""
    try:
        async with asyncio.timeout(ends_within_s):
            printed, _ = await process.communicate()
    except TimeoutError:
        logger.debug("%s did not answer in time", path)
        return ""
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return printed.decode(errors="replace")
