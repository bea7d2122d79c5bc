"""What is ahead: coming rings, and changes of clocks and zones on the way."""
