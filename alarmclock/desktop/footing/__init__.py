"""What a program stands on while it runs: its folder, log, crash mark, imports and memory."""
