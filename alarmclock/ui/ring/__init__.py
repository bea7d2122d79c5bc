"""The window that comes to the front when something rings."""
