"""What holds for all tests: Qt draws into memory unless a screen was asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
