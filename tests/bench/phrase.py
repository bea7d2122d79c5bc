"""The cost of reading and writing a phrase: `python -m tests.bench.phrase`.

Beside each figure stands its ratio to the floor of the same run: to cut a usual line into its words
with a regular expression, which no grammar can do without.
"""

import re
import sys
from dataclasses import replace

from alarmclock.core.phrase import GERMAN, PhraseError, read, write
from tests.bench.schedule import BERLIN, NOW, cost_us

AIM_US = 200
SOUNDS = ("daybreak", "dawn-chorus", "marimba", "harp", "music-box", "glass", "bells")
USUAL = "mon, wed and fri 6:30 run far away in the wood"
WORD = re.compile(r"\w+|\S")

LINES = (
    "7",
    "7:15 gym",
    "half past 7",
    "in 20 min tea",
    "tomorrow evening 7",
    "gym mon wed fri 7:15",
    "take out the rubbish thursdays 20:00",
    "in 1 h 30 min 5 s",
    "tomorrow 7",
    "next friday 9",
    "24 dec 10:00",
    "12/24 10:00",
    "weekdays 7:15 gym",
    USUAL,
    "every 3 days 9:00 water from 26 nov",
    "every 2nd fri 16:00 until 30 june",
    "last day of the month 17:00",
    "yearly 24 dec 18:00",
    "7:15 in Europe/Lisbon",
    "7:15 lisbon time",
    "weekdays 7:15 gym sound dawn loud snooze 10 min",
    "jeden 2. Freitag 16 Uhr bis 30. Juni",
    "werktags 7:15 Sport",
    "foo bar",
)


def floor() -> None:
    """Cut a usual line into its words."""
    for found in WORD.finditer(USUAL):
        found[0].casefold()


def read_line(line: str) -> None:
    """Read a line, or find that it is none."""
    try:
        read(line, NOW, BERLIN, None, sounds=SOUNDS)
    except PhraseError:
        return


def measure() -> dict[str, float]:
    """Give the cost of each line, and of writing one, in microseconds."""
    reading = {line: cost_us(lambda line=line: read_line(line)) for line in LINES}
    item = replace(read(LINES[-4], NOW, BERLIN, None, sounds=SOUNDS).item, id="alarm")
    return reading | {"write it": cost_us(lambda: write(item, GERMAN))}


def main() -> None:
    """Print the table."""
    base = cost_us(floor)
    sys.stdout.write(f"{'floor: one line cut into words':50}{base:8.2f} us\n")
    for name, cost in measure().items():
        sys.stdout.write(f"{name:50}{cost:8.2f} us{cost / base:8.1f} x   aim {AIM_US} us\n")


if __name__ == "__main__":
    main()
