"""A person at the window: finds controls by their names, types, clicks and reads."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QWidget

from alarmclock.ui.alarms.delegate import switch_of

TURNS = 60
KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Space": Qt.Key.Key_Space,
    "Del": Qt.Key.Key_Delete,
}


class Person:
    """Uses one program by object names, as automation does."""

    def __init__(self, qtbot, program):
        self._qtbot = qtbot
        self.program = program
        self.window = program.window

    # Time

    def wait(self, seconds=0.0):
        """Let everything happen that is due, and seconds pass, each with its ticks."""
        self.settle()
        for _ in range(int(seconds)):
            self.program.clock.advance(timedelta(seconds=1))
            self.settle()
        rest = seconds - int(seconds)
        if rest:
            self.program.clock.advance(timedelta(seconds=rest))
            self.settle()

    def sleep(self, length):
        """Let a length pass in one go."""
        self.settle()
        self.program.clock.advance(length)
        self.settle()

    def wait_past(self, length, seconds):
        """Let a length pass in one go, and some seconds after it with their ticks."""
        self.sleep(length)
        self.wait(seconds)

    def settle(self):
        """Let the loop turn until nothing is left to do at this moment."""
        for _ in range(TURNS):
            self.turn()

    def turn(self):
        """Let the loop turn once."""
        QApplication.processEvents()

    def wait_until(self, is_so):
        """Let a thread of the program come to its end, such as one that decodes a sound."""
        self._qtbot.waitUntil(is_so, timeout=5000)

    def wait_for_checks(self):
        """Let the sounds be checked, as happens on a thread."""
        sounds = {item.ring.sound for item in self.program.book}
        self.wait_until(lambda: sounds <= self.program.readiness.signs.sounds_checked)
        self.settle()

    # Hands

    def find(self, name, kind=QWidget):
        """Give the control of this name, wherever it is."""
        places = [self.window, *([self.ring_window] if self.ring_window else [])]
        for place in places:
            found = [child for child in place.findChildren(kind, name) if child.isVisible()]
            if found:
                return found[0]
        raise AssertionError(f"nobody sees a {name}")

    def click(self, name):
        """Press the button of this name."""
        self._qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, on=None):
        """Press a key where the focus is, or on a widget."""
        target = on or self.window.focusWidget() or self.window
        self._qtbot.keyClick(target, key, modifier)
        self.settle()

    def come_back(self):
        """Go to the main window: another one had the keyboard."""
        self.window.activateWindow()
        self.settle()

    def type_into(self, name, text):
        """Replace the text of a field."""
        field = self.find(name)
        field.setFocus()
        (field.lineEdit() if isinstance(field, QComboBox) else field).selectAll()
        self._qtbot.keyClicks(field, text)
        self.settle()

    def say(self, words):
        """Type an alarm or a timer in words, and press Enter."""
        self.type_into("quickAdd", words)
        self.press(Qt.Key.Key_Return, on=self.find("quickAdd"))

    def press_in(self, name, key):
        """Press Enter, Esc and the like in a control."""
        field = self.find(name)
        field.setFocus()
        self.press(KEYS[key], on=field)

    def press_in_list(self, key, row):
        """Press a key at a row of the list of alarms."""
        self.press(KEYS[key], on=self.choose(row))

    def choose(self, row):
        """Go to a row of the list of alarms."""
        cards = self.find("alarmList")
        cards.setFocus()
        cards.setCurrentIndex(cards.model().index(row, 0))
        self.settle()
        return cards

    def choose_in(self, box, words):
        """Choose an entry of a box by its words, with the keyboard."""
        place = box.findText(words, Qt.MatchFlag.MatchContains)
        assert place >= 0, [box.itemText(number) for number in range(box.count())]
        box.setFocus()
        self.press(Qt.Key.Key_Home, on=box)
        for _ in range(place):
            self.press(Qt.Key.Key_Down, on=box)
        assert box.currentIndex() == place

    def click_switch(self, row):
        """Press the switch of a row with the mouse."""
        cards = self.find("alarmList")
        index = cards.model().index(row, 0)
        place = switch_of(cards.visualRect(index)).center()
        self._qtbot.mouseClick(
            cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y())
        )
        self.settle()

    # Eyes

    @property
    def ring_window(self):
        """The window that rings, None while nothing does."""
        window = self.program.shell.ring_window
        return window if window is not None and window.isVisible() else None

    def rows(self, name):
        """Read every line of a list."""
        model = self.find(name, QAbstractItemView).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def text(self, name):
        """Read a control."""
        return self.find(name).text()

    def read_all(self, name):
        """Read every label that can be seen within a control."""
        labels = self.find(name).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def texts(self, name):
        """Read all labels of this name that can be seen."""
        labels = self.ring_window.findChildren(QLabel, name)
        return [label.text() for label in labels if label.isVisible()]

    def sees(self, name):
        """Tell whether a control of this name can be seen."""
        try:
            self.find(name)
        except AssertionError:
            return False
        return True

    @property
    def sounding(self):
        """The labels of what is heard now."""
        book = self.program.book
        return sorted(book.item(item_id).label for item_id in self.program.player.sounding)
