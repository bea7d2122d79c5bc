"""The calendar: what will ring, what did ring, and why something did not."""
