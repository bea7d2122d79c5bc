"""What happened: the events, their log, and how they are told."""
