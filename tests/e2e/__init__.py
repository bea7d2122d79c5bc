"""The whole program, used as people use it."""
