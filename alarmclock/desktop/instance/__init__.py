"""One running program on a data folder: who may write, and how others talk to it."""
