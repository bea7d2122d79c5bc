"""Chance that can be had again, and figures that are seen."""

import os
import random
import sys

import pytest


@pytest.fixture
def say(capsys):
    """Give a call that shows a line, whether or not the test fails.

    Tests that run beside each other show it only in the report of a failure.
    """

    def show(line):
        with capsys.disabled():
            sys.stdout.write(f"\n{line}")
        sys.stdout.write(f"{line}\n")

    return show


@pytest.fixture
def chance(say):
    """Give a source of chance; CHAOS_SEED in the environment brings one back."""
    seed = int(os.environ.get("CHAOS_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
    say(f"CHAOS_SEED={seed}")
    return random.Random(seed)
