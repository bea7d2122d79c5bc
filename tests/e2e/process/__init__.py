"""The program as a process of its own, on a virtual screen."""
