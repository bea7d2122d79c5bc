"""A parser of arguments that prints as commands do: it is told when that fails."""

import argparse
import sys

from alarmclock.cli.output import complain, say

# As mypy reads it; to import it from typing takes longer than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class PrintingParser(argparse.ArgumentParser):
    """Prints help and version as answers. Raises NotWritten."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        # argparse takes no notice of a full disk.
        if message:
            (say if file is sys.stdout else complain)(message.removesuffix("\n"))
