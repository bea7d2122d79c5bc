"""What is done while an alarm rings, so that somebody hears it."""
