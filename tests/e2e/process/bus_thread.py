"""A fake program on a bus, on a thread of its own, for tests that wait without a loop."""

import asyncio
import threading


class BusThread:
    """Lets a program come to a bus, and leave it in the end."""

    def __init__(self, address, program):
        self._address = address
        self._program = program
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._do(self._program.come(self._address))
        return self._program

    def __exit__(self, *_error):
        self._do(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _leave(self):
        self._program.go()
        await asyncio.sleep(0)

    def _do(self, coroutine):
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout=5)
