"""The Settings page: choices that hold for the whole program."""
