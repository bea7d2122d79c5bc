"""What holds for all tests: Qt draws into memory unless a screen was asked for."""

import os
import signal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# In the background of a shell, or under nohup, these are ignored, and so they would be in every
# program that a test starts and ends by one of them.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
