"""The machine around the program: the event loop, sound, signals."""
