"""Whether an alarm will ring: checks, verdicts, and what mends them."""
