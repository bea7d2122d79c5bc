"""A user at random: what it does, what must be true after it, and what it must not cost."""
