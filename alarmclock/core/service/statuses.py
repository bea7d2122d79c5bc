"""What a command ends with, on the command line and over every channel."""

DONE = 0
NOTHING_MATCHED = 1
WRONG_USE = 2
NO_ANSWER = 3
