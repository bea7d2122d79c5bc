"""What the window shows while the loop cancels the daemons."""
