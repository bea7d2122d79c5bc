"""Rings to show, and eyes to see them with."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.ui.ring.view import RingView
from tests.core.builders import make_alarm, make_ring

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenanprobe beim Hutmacher in der Gasse " * 2
NOW = make_ring().rang_at


def views(*labels, task=Task.NONE, **more):
    """Show a ring of each label."""
    alarms = [
        make_alarm(label=label, item_id=f"alarm {number}", ring=RingSettings(task=task))
        for number, label in enumerate(labels)
    ]
    return [RingView(alarm, make_ring(item_id=alarm.id), None, **more) for alarm in alarms]


def asking(label="Gym", item_id="asking", seconds=42):
    """Show a ring that asks for so long whether somebody is awake."""
    until = NOW + timedelta(seconds=seconds)
    (view,) = views(label, rings_again_at=until)
    return replace(view, item=replace(view.item, id=item_id))


def seen(window, name, kind=QWidget):
    """Give the parts of a name that can be seen."""
    return [one for one in window.findChildren(kind, name) if one.isVisible()]


def buttons(window, name="stop"):
    """Give the buttons of a name that can be seen."""
    return seen(window, name, QPushButton)


def is_whole(part):
    """Tell whether all of a part can be seen without scrolling."""
    return part.visibleRegion().boundingRect().size() == part.size()
