"""What the program holds: memory, objects of Python, objects of Qt."""

import gc
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from shiboken6 import isValid

from alarmclock.core.settings import Theme as ThemeChoice
from alarmclock.ui.activity.activity_list import ActivityList
from alarmclock.ui.main_window import PageNumber
from tests.e2e.in_process.monkey import deeds
from tests.memory import held_memory_kb


@dataclass(frozen=True)
class Size:
    """One measurement: the megabytes that are held, and how many there are of each kind."""

    memory_mb: float
    objects: Counter
    python: int

    def grown_since(self, earlier):
        """Give by how much each kind of Qt's objects has grown."""
        return self.objects - earlier.objects


def measure():
    """Measure when everything that nobody needs is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    # Widgets are asked of Qt: that one is known to Python as well says nothing of its being kept.
    objects = [one for one in gc.get_objects() if isinstance(one, QObject) and isValid(one)]
    objects = [one for one in objects if not isinstance(one, QWidget)]
    widgets = Counter(_name(one) for one in QApplication.allWidgets())
    kinds = Counter(type(one).__name__ for one in objects) + widgets
    python = len(gc.get_objects())
    del objects
    return Size(held_memory_kb() / 1024, kinds, python)


def _name(widget):
    """Name a widget of Qt, by Python or not, so that one knows it again."""
    around = widget.parent()
    place = around.objectName() or around.metaObject().className() if around else "nothing"
    name = f"{widget.metaObject().className()} {widget.objectName()}".strip()
    return f"{name} in {place} (Qt)"


def tidy(cage):
    """Bring the window into the same state however it was used: empty, with every part made.

    Qt makes the list of a field when it is opened for the first time, or when the theme changes.
    What somebody has scrolled down to read is held until they are back on top.
    """
    deeds.close_popups()
    shell, window = cage.program.shell, cage.window
    window.showNormal()
    window.resize(1120, 760)
    shell.ring_desk.stop_all()
    shell.editor_desk.close()
    for item in list(cage.book):
        shell.desk.delete(item.id)
    cage.settle()
    window.add_requested.emit()
    cage.settle()
    shell.editor_desk.close()
    for page in (*PageNumber, PageNumber.ALARMS):
        window.show_page(page)
        cage.settle()
    _open_every_list(window)
    _wear_every_theme(cage)
    for lines in window.findChildren(ActivityList):
        lines.scrollToTop()
    cage.player.heard.clear()
    cage.player.ready.clear()
    cage.machine.notifier.history.clear()


def _open_every_list(window):
    for box in window.findChildren(QComboBox):
        box.showPopup()
        box.hidePopup()


def _wear_every_theme(cage):
    theme, chosen = cage.program._theme, cage.program.preferences.settings.theme
    for choice in (*ThemeChoice, chosen):
        theme.choose(choice)
        cage.settle()
