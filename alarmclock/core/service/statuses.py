"""What a command ends with, on the command line and over every channel."""

DONE = 0
NOTHING_MATCHED = 1
WRONG_USE = 2
NO_ANSWER = 3

# What is to be known of every answer about rings while no program is open.
NOTHING_RINGS = "Alarm Clock is not open: nothing rings until you open it."
