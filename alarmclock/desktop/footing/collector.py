"""Python's collector of what nobody holds any more, kept from holding up the window.

It looks at everything that is alive again and again while thousands of daemons are made, and each
look takes longer than a picture may. What is made at the start stays until the end.
"""

import gc


class Collector:
    """Rests while much is made or ended at once; what is there then is not looked at again."""

    def __init__(self) -> None:
        self._was_enabled = False

    def rest(self) -> None:
        """Look at nothing until told so."""
        self._was_enabled = gc.isenabled() or self._was_enabled
        gc.disable()

    def go_on(self) -> None:
        """Look from now on at what is new only."""
        gc.freeze()
        self._enable()

    def look_no_more(self) -> None:
        """Look at nothing on the way out: the process ends, and gives everything back at once."""
        gc.disable()
        gc.freeze()

    def give_back(self) -> None:
        """Look at everything again: the program is over, and the process goes on."""
        gc.unfreeze()
        self._enable()

    def _enable(self) -> None:
        if self._was_enabled:
            gc.enable()
