"""Somebody who does one kind of thing after the other, until the program is killed under them."""

import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

from alarmclock.desktop.instance.client import Line, NoAnswer
from alarmclock.desktop.instance.wire import Garbled
from tests.e2e.process.screen import PATIENCE_S, until

KINDS = ("adding", "editing", "ringing", "snoozing", "importing", "opening")
# The program is killed after at most so many answers, in the middle of the next one.
MOST_ANSWERS = 12
RINGS_AFTER_S = 1
RINGS_AT_ONCE = 4
IMPORTED_AT_ONCE = 40


class Killed(Exception):
    """The program is gone, and the last request was not answered."""


class Life:
    """One run of the program, from its start to its violent end."""

    def __init__(self, house, ledger, chance, number, opens_within_s):
        self.house = house
        self.ledger = ledger
        self.chance = chance
        self.number = number
        self.count = 0
        self.opens_within_s = opens_within_s
        self.told = []
        self._line = None
        self._answers_left = None
        self._answer_takes_s = 0.01

    def live(self, kind):
        """Open the program, look through what is there, do things of one kind, and be killed."""
        begun = time.monotonic()
        self.program = self.house.start()
        if kind == "opening":
            self._kill_within(2 * self.opens_within_s)
            self.program.wait()
            return
        until(self.house.answers, "the program to answer")
        self.opens_within_s = time.monotonic() - begun
        self._line = Line(self.house.folder)
        self.ledger.compare(self.ask("list"))
        watcher = self._watch()
        with suppress(Killed):
            getattr(self, f"_{kind}")()
        self.program.wait()
        watcher.join(PATIENCE_S)
        self._line.close()

    def ask(self, command, **arguments):
        """Ask the program. Raises Killed when it gives no answer."""
        begun = time.monotonic()
        if self._answers_left == 0:
            self._kill_within(2 * self._answer_takes_s)
        try:
            reply = self._line.ask(command, arguments)
        except (NoAnswer, Garbled):
            raise Killed from None
        self._answer_takes_s = time.monotonic() - begun
        self._count_down()
        assert reply["status"] == 0, reply
        return reply["answer"]

    # Kinds of things

    def _adding(self):
        self._kill_soon()
        while True:
            self._add(f"{self.chance.randrange(24)}:{self.chance.randrange(60):02}")

    def _editing(self):
        alarms = [item["id"] for item in self.ledger.items.values() if item["kind"] == "alarm"]
        while len(alarms) < 4:
            alarms.append(self._add("weekdays 6:00"))
        self._kill_soon()
        while True:
            self._change(self.chance.choice(alarms))
            alarms = [one for one in alarms if one in self.ledger.items] or [self._add("5:00")]

    def _change(self, alarm):
        match self.chance.randrange(5):
            case 0:
                self.ledger.begin("remove", alarm)
                self.ask("remove", id=alarm)
                self.ledger.remove(alarm)
            case 1 | 2:
                command = "off" if self.ledger.items[alarm]["armed"] else "on"
                self.ledger.begin(command, alarm)
                self.ledger.put(self.ask(command, id=alarm))
            case _:
                self.ledger.begin("edit", alarm)
                words = f"weekdays {self.chance.randrange(24)}:{self.chance.randrange(60):02}"
                self.ledger.put(self.ask("edit", id=alarm, phrase=words))

    def _ringing(self):
        added = [self._add(f"in {RINGS_AFTER_S} s") for _ in range(RINGS_AT_ONCE)]
        self._wait_for_rings(added, self.chance.randint(1, RINGS_AT_ONCE))
        self._kill_within(2 * self._answer_takes_s)

    def _snoozing(self):
        added = [self._add(f"in {RINGS_AFTER_S} s") for _ in range(RINGS_AT_ONCE)]
        self._wait_for_rings(added, RINGS_AT_ONCE)
        self._kill_soon(RINGS_AT_ONCE)
        for timer in added:
            command = self.chance.choice(("snooze", "stop"))
            self.ledger.begin(command, timer)
            (answer,) = self.ask(command, id=timer)
            self.ledger.answered.add((timer, self._due_of(timer)))
            self.ledger.put(answer)

    def _importing(self):
        self._kill_soon(MOST_ANSWERS // 2)
        while True:
            labels = [self._label() for _ in range(IMPORTED_AT_ONCE)]
            file = Path(self.house.folder).with_name(f"{labels[0]}.ics")
            file.write_text(calendar(labels))
            self.ledger.begin("import", None, labels)
            self.ask("import", path=str(file))
            self.ledger.put(*(one for one in self.ask("list") if one["label"] in labels))

    # Shared

    def _label(self):
        self.count += 1
        return f"{self.number}-{self.count}"

    def _add(self, words):
        label = self._label()
        self.ledger.begin("add", None, [label])
        added = self.ask("add", phrase=f'{words} "{label}"')
        self.ledger.put(added)
        return added["id"]

    def _kill_soon(self, most_answers=MOST_ANSWERS):
        """Have the program killed in the middle of one of the next answers."""
        self._answers_left = self.chance.randrange(most_answers)

    def _count_down(self):
        if self._answers_left is not None:
            self._answers_left -= 1

    def _kill_within(self, seconds):
        wait_s = self.chance.uniform(0, seconds)
        threading.Timer(wait_s, os.kill, (self.program.pid, signal.SIGKILL)).start()

    def _watch(self):
        """Write down all that the program tells, and only whole lines."""
        line = Line(self.house.folder)
        line.ask("watch", {})

        def write_down():
            with suppress(Garbled):
                for fields in line.lines():
                    self.told.append(fields["event"])
            line.close()

        watcher = threading.Thread(target=write_down, daemon=True)
        watcher.start()
        return watcher

    def _due_of(self, timer):
        return next(e["due"] for e in self.told if e["alarm_id"] == timer and e["event"] == "rang")

    def _wait_for_rings(self, timers, count):
        def rang():
            return {event["alarm_id"] for event in self.told if event["event"] == "rang"}

        end_s = time.monotonic() + PATIENCE_S
        while len(rang().intersection(timers)) < count:
            assert time.monotonic() < end_s, "nothing rang"
            time.sleep(0.0005)


def calendar(labels):
    """Write a calendar with an event each day for each label."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{label}\r\nSUMMARY:{label}\r\nDTSTART:20260101T063000\r\n"
        "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
        for label in labels
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:chaos\r\n{events}END:VCALENDAR\r\n"
