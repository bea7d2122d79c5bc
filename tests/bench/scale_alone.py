"""Uses a window with many alarms as a person does, and tells what each thing took.

`python -m tests.bench.scale_alone FOLDER` runs in a process of its own, so that nothing that was
measured before counts; it prints milliseconds by name, as JSON. `bare` in the place of a folder
does the same with a bare list, and no more than what has to be done.
"""

import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QSize, QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from alarmclock.store.connection import connect_durably
from alarmclock.store.files import DATABASE, make_empty_file
from tests.bench.inside import Inside, Took
from tests.bench.many import MANY

FRAMES, COMMANDS, OPENINGS = 300, 100, 10
LOOKED_FOR = (
    "gym",
    "bread oven 12",
    "7:15 stand",
    "weekdays",
    "every 2nd friday",
    "last day 0",
    "medicine on",
    "dentist",
    "9",
    "month bins 5",
)
NOTCH = 120
WIDEST, NARROWEST, LOWEST = 1240, 700, 640
CONTROL = Qt.KeyboardModifier.ControlModifier

Samples = dict[str, list[Took]]
Measure = Callable[[Callable[[], object], QWidget], Took]


def frames(window: QWidget, cards: QListView, measure: Measure) -> Samples:
    """Scroll by the wheel and the bar, and drag the edge of the window."""
    bar = cards.verticalScrollBar()
    places = random.Random(1)
    view = cards.viewport()

    def jump() -> None:
        bar.setValue(places.randrange(bar.maximum()))

    sizes = [*range(WIDEST, NARROWEST, -4), *range(NARROWEST, WIDEST, 4)]
    found = {
        "scroll": [measure(lambda: notch(cards), view) for _ in range(FRAMES)]
        + [measure(jump, view) for _ in range(FRAMES)],
        "resize": [
            measure(lambda w=width: window.resize(QSize(w, LOWEST + w % 100)), view)
            for width in sizes[:FRAMES]
        ],
    }
    window.resize(WIDEST, 760)
    return found


def parts_of(words: str) -> list[str]:
    """Give what stands in a line while words are typed and taken back."""
    typed = [words[:end] for end in range(1, len(words) + 1)]
    return [*typed, *reversed(typed[:-1])]


def finds(inside: Inside) -> Samples:
    """Find words among the alarms, each key from its press to what it finds being painted."""
    found: list[Took] = []
    for words in LOOKED_FOR:
        QTest.keyClick(inside.program.window, Qt.Key.Key_F, CONTROL)
        inside.rest()
        for part in parts_of(words):
            found += _typed(inside, part)
        QTest.keyClick(inside.find("findWords"), Qt.Key.Key_Escape)
        inside.rest()
    return {"find": found}


def _typed(inside: Inside, part: str) -> list[Took]:
    """Press the key after which this stands in the line; a blank finds nothing else."""
    line = inside.find("findWords")
    assert isinstance(line, QLineEdit)
    before = line.text()

    def press() -> None:
        if len(part) < len(before):
            QTest.keyClick(line, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(line, part[-1])

    if part.split() == before.split():
        press()
        inside.rest()
        return []
    cards = inside.program.shell.alarms.list
    return [inside.milliseconds(press, cards.viewport(), inside.find("nothingFound"))]


def notch(cards: QListView) -> None:
    """Turn the wheel by one notch, back up from the end."""
    bar = cards.verticalScrollBar()
    down = bar.value() < bar.maximum() // 2 or bar.value() == 0
    middle = QPointF(cards.viewport().rect().center())
    event = QWheelEvent(
        middle,
        cards.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -NOTCH if down else NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(cards.viewport(), event)


class Person:
    """Gives the commands of the window, each with the key that people press."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self._cards = inside.program.shell.alarms.list
        self._book = inside.program.book
        self._places = random.Random(2)

    def samples(self) -> Samples:
        """Do everything so many times, in turn."""
        found: Samples = {}
        for name, took in self._deeds():
            found.setdefault(name, []).append(took)
        return found

    def _deeds(self) -> Iterator[tuple[str, Took]]:
        for number in range(COMMANDS):
            yield "add", self._add(number)
            yield "toggle", self._press(Qt.Key.Key_Space)
            yield "toggle", self._press(Qt.Key.Key_Space, stay=True)
            yield "edit", self._edit(number)
            yield "delete", self._press(Qt.Key.Key_Delete)
            yield "undo", self._undo()
            yield "undo", self._undo()

    def _add(self, number: int) -> Took:
        line = self._inside.find("quickAdd")
        line.setFocus()
        # None of them rings, and takes the keyboard, while it is measured.
        hour = (datetime.now().astimezone().hour + 6 + number % 12) % 24
        QTest.keyClicks(line, f"every day {hour}:{number % 60:02} new {number}")
        self._inside.rest()
        return self._measured(self._inside.press(line, Qt.Key.Key_Return))

    def _press(self, key: Qt.Key, *, stay: bool = False) -> Took:
        if not stay:
            self._choose()
        return self._measured(self._inside.press(self._cards, key))

    def _edit(self, number: int) -> Took:
        self._choose()
        QTest.keyClick(self._cards, Qt.Key.Key_Return)
        self._inside.rest()
        label = self._inside.find("label")
        label.setFocus()
        label.setText(f"changed {number}")  # type: ignore[attr-defined]  # the field of a label
        self._inside.rest()
        return self._measured(self._inside.press(label, Qt.Key.Key_S, CONTROL))

    def _undo(self) -> Took:
        return self._measured(self._inside.press(self._cards, Qt.Key.Key_Z, CONTROL))

    def _choose(self) -> None:
        self._cards.setFocus()
        place = self._cards.model().index(self._places.randrange(len(self._book)), 0)
        self._cards.setCurrentIndex(place)
        self._cards.scrollTo(place)
        self._inside.rest()

    def _measured(self, act: Callable[[], None]) -> Took:
        before = self._book.history.done[-1:]
        message = self._inside.find("message")
        took = self._inside.milliseconds(act, self._cards.viewport(), message)
        assert self._book.history.done[-1:] != before, "nothing was done"
        return took


def openings(inside: Inside) -> Samples:
    """Open the editor, and the month of the calendar."""
    window, shell = inside.program.window, inside.program.shell
    cards = shell.alarms.list
    found: Samples = {"editor": [], "month": [], "first editor": [], "first month": []}
    for number in range(OPENINGS):
        cards.setFocus()
        cards.setCurrentIndex(cards.model().index(number, 0))
        inside.rest()
        kind = "editor" if number else "first editor"
        found[kind].append(_opened(inside, cards, "alarmEditor"))
        QTest.keyClick(inside.find("alarmEditor"), Qt.Key.Key_Escape)
        inside.rest()
    window.show_page(2)
    inside.rest()
    for number in range(OPENINGS):
        kind = "month" if number else "first month"
        button, view = inside.find("showMonth"), inside.find("calendarMonth")
        found[kind].append(inside.milliseconds(button.click, view.viewport()))  # type: ignore[attr-defined]
        inside.find("showList").click()  # type: ignore[attr-defined]
        inside.rest()
    window.show_page(0)
    inside.rest()
    return found


def _opened(inside: Inside, cards: QListView, name: str) -> Took:
    """Press Enter, and give how long it took until the editor was painted."""
    window = inside.program.window
    return inside.milliseconds(
        lambda: QTest.keyClick(cards, Qt.Key.Key_Return),
        window.findChild(QWidget, name) or window,
    )


def of_program(folder: Path) -> Samples:
    """Use the program on a folder, and see that the disk holds what the window shows."""
    inside = Inside(folder)
    inside.start()
    program = inside.program
    program.window.resize(WIDEST, 760)
    inside.rest()
    found = frames(program.window, program.shell.alarms.list, inside.frame)
    found |= finds(inside)
    inside.gaps_ms.clear()
    found |= Person(inside).samples()
    found["gap"] = [Took(gap, gap) for gap in inside.gaps_ms]
    found |= openings(inside)
    shown = {item.id for item in program.book}
    with sqlite3.connect(folder / DATABASE) as connection:
        kept = {row[0] for row in connection.execute("SELECT id FROM items")}
    assert kept == shown
    inside.finish()
    return found


def of_bare_list() -> Samples:
    """Do the least that must be done: paint a list of as many lines, and write one row to disk."""
    QApplication.instance() or QApplication([])
    cards = QListView()
    cards.setUniformItemSizes(True)
    cards.setModel(QStringListModel([f"line {number}" for number in range(MANY)]))
    cards.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    cards.resize(WIDEST, 760)
    cards.show()
    bare = BareLoop()
    bare.wait(cards)
    found = frames(cards, cards, bare.frame)
    found["find"] = bare_finds(bare, cards)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        make_empty_file(path)
        connection = connect_durably(path)
        connection.execute("CREATE TABLE items (id TEXT PRIMARY KEY, label TEXT)")

        def write_and_paint(number: int) -> None:
            connection.execute("INSERT INTO items VALUES (?, ?)", (str(number), "label"))
            cards.viewport().update()

        found["write"] = [
            bare.milliseconds(lambda n=number: write_and_paint(n), cards.viewport())
            for number in range(COMMANDS)
        ]
        connection.close()
    return found


def bare_finds(bare: "BareLoop", cards: QListView) -> list[Took]:
    """Look through as many lines with each key, and show those that have what is typed."""
    model = cards.model()
    assert isinstance(model, QStringListModel)
    lines = model.stringList()

    def show(typed: str) -> None:
        model.setStringList([line for line in lines if typed in line])

    parts = [part for words in LOOKED_FOR for part in parts_of(words)]
    took = [bare.milliseconds(lambda t=typed: show(t), cards.viewport()) for typed in parts]
    show("")
    return took


class BareLoop:
    """Turns Qt's loop around a bare window."""

    milliseconds = Inside.milliseconds
    frame = Inside.frame
    wait_until = Inside.wait_until
    rest = Inside.rest

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []

    def wait(self, widget: QWidget) -> None:
        """Wait until a window is there."""
        self.wait_until(widget.isVisible)
        self.rest()


def main() -> None:
    """Print what was found."""
    folder = sys.argv[1]
    found = of_bare_list() if folder == "bare" else of_program(Path(folder))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
