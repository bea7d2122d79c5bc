"""D-Bus: connections, calls, what is followed and what is served."""
