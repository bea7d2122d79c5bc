"""The whole program with something done to it: a window that hangs, a library that is missing.

`python -m tests.e2e.process.watched_clock --data-dir FOLDER [--hangs SECONDS] [--without MODULE]
[--seen FILE]`. It hangs from a second before each due; the file gets what its windows say.
"""

import argparse
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.app import AlarmClock

HANGS_BEFORE_S = 1.0
LOOK_EVERY_MS = 100


def hang_over_dues(program, seconds):
    """Let the thread of the window hang over whatever is armed from now on."""
    known = set()

    def look():
        for item in program.book:
            due = program.book.due(item.id)
            if due is None or due in known:
                continue
            known.add(due)
            left_s = (due - program.clock.now()).total_seconds() - HANGS_BEFORE_S
            QTimer.singleShot(round(max(left_s, 0) * 1000), lambda: time.sleep(seconds))

    program.book.listen(lambda _change: look())
    look()


def write_what_is_seen(program, file):
    """Write what can be read: at the foot, in the ring window, and of all that was checked."""
    written = []

    def write():
        rings = {item.ring for item in program.book}
        checked = [reason.sentence for reason in program.readiness.overall(rings).reasons]
        said = program.window.message_bar.text().splitlines()
        lines = [*said, *texts(program.shell.ring_window), *checked]
        if lines != written:
            written[:] = lines
            new = file.with_suffix(".new")
            new.write_text("\n".join(lines), encoding="utf-8")
            new.replace(file)

    timer = QTimer(program.window)
    timer.timeout.connect(write)
    timer.start(LOOK_EVERY_MS)


def texts(window):
    """Read every label and every button that is visible in a window."""
    if window is None or not window.isVisible():
        return []
    parts = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisible()]


def main():
    """Run it as the command line does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--hangs", type=float)
    parser.add_argument("--without")
    parser.add_argument("--seen", type=Path)
    options = parser.parse_args()
    if options.without:
        sys.modules[options.without] = None
    program = AlarmClock(data_dir=options.data_dir)
    program.start()
    if options.hangs:
        hang_over_dues(program, options.hangs)
    if options.seen:
        write_what_is_seen(program, options.seen)
    program.finish_when_ended()
    return 0


if __name__ == "__main__":
    sys.exit(main())
