"""The whole program inside the test's own process."""
