"""Keeping the computer awake, and knowing when it won't be."""
