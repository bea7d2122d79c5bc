"""Programs that start together on one data folder, and one that starts where another was killed."""

import statistics
import time

import pytest

from alarmclock.desktop.instance.holder import holder_of
from tests.e2e.process.house import complaints
from tests.e2e.process.screen import until

ROUNDS = [6, pytest.param(50, marks=pytest.mark.long)]
# A start after a kill costs what any start costs, and on a busy machine some more.
MOST_OF_A_START = 2.5
MOST_CLEAN = 10


@pytest.mark.parametrize("rounds", ROUNDS)
def test_of_two_that_start_together_one_opens(house, rounds):
    """The other brings it to the front and exits; killed, the next takes over."""
    for _ in range(rounds):
        pair = [house.start(), house.start()]
        loser = until(
            lambda pair=pair: next((one for one in pair if one.poll() is not None), None),
            "one of two to leave the other the window",
        )
        winner = next(one for one in pair if one is not loser)
        assert loser.returncode == 0
        assert winner.poll() is None
        assert holder_of(house.folder) == winner.pid
        winner.kill()
        assert loser.communicate() == ("", "")
        out, err = winner.communicate()
        assert (out, complaints(err)) == ("", [])


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.long)])
def test_after_a_kill_the_next_start_takes_over_at_once(house, tmp_path, kills, say):
    """It needs no longer than a start in a folder where nobody ever was."""
    clean, after = [seconds_to_open(house, tmp_path / "killed")], []
    for number in range(kills):
        after.append(seconds_to_open(house, tmp_path / "killed"))
        if number < MOST_CLEAN:
            clean.append(seconds_to_open(house, tmp_path / f"clean-{number}"))
    say(
        f"{kills} starts after a kill: {statistics.median(after):.2f} s, {max(after):.2f} s at most"
    )
    say(f"{len(clean)} starts in an empty folder: {statistics.median(clean):.2f} s")
    assert statistics.median(after) < MOST_OF_A_START * statistics.median(clean)


def seconds_to_open(house, folder):
    """Start a program, wait until it answers, kill it, and give how long it took to answer."""
    house.folder = str(folder)
    begun = time.monotonic()
    program = house.opened()
    needed = time.monotonic() - begun
    program.kill()
    program.communicate()
    return needed
