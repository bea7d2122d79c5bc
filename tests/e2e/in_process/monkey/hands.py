"""The hands of a monkey: they press, click, type, drag and scroll where anything can be seen.

All of it goes through the windows, as from a mouse and a keyboard, so that menus and dialogs that
are open get it first. Each gives in words what it did.
"""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
# These leave the program: they show a folder in another one, or end it.
FORBIDDEN = {"openFolder", "closeNow"}

SHORTCUTS = [(CONTROL, Qt.Key(key)) for key in map(ord, "NLPZZZYYRDSF12345")] + [
    (CONTROL | SHIFT, Qt.Key.Key_Z),
    (CONTROL, Qt.Key.Key_Return),
    (NO_MODIFIER, Qt.Key.Key_F1),
    (NO_MODIFIER, Qt.Key.Key_F12),
]
KEYS = [
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Plus,
    *(Qt.Key(ord(letter)) for letter in "SPCR17"),
]
WORDS = [
    "7:15 gym",
    "weekdays 7:15 swim",
    "in 20 min tea",
    "90s",
    "22:30",
    "every 3 days 9:00 water",
    "last day of the month 17:00",
    "mon,wed 6 <b>bold</b> & more",
    "7:15 in Asia/Tokyo call",
    "7:99",
    "",
    "0",
    "59",
    "x" * 300,
    "\N{ALARM CLOCK} \u05e9\u05dc\u05d5\u05dd \u200b",
    "until 30 june",
    "5, 10, 15",
    "%s {0} \\n",
]


def press_a_control(cage, chance):
    """Click a button, a box or a line that can be seen."""
    window = _some_window(chance)
    found = [one for one in _controls(window) if one.objectName() not in FORBIDDEN]
    if not found:
        return "nothing to press"
    control = chance.choice(found)
    name = _name(control)
    click(control, chance)
    return f"press {name}"


def click_anywhere(cage, chance):
    """Click, right-click or double-click at some point of a window."""
    window = _some_window(chance)
    if isinstance(window, QFileDialog):
        return "nothing to click"
    place = _some_place(window, chance)
    under = window.childAt(place)
    if under is not None and under.objectName() in FORBIDDEN:
        return "nothing to click"
    button = chance.choice([LEFT, LEFT, RIGHT])
    act = chance.choice([QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick])
    name = _name(under or window)
    act(window.windowHandle(), button, NO_MODIFIER, place)
    return f"{act.__name__} {button.name} at {place.x()},{place.y()} on {name}"


def press_a_key(cage, chance):
    """Press one of the keys that mean something somewhere, or many times."""
    window, key = _some_window(chance), chance.choice(KEYS)
    name = _name(window)
    modifier = chance.choice([NO_MODIFIER, NO_MODIFIER, NO_MODIFIER, SHIFT])
    for _ in range(chance.choice([1, 1, 1, 4])):
        if isValid(window) and window.isVisible():
            QTest.keyClick(window.windowHandle(), key, modifier)
    return f"key {modifier.name} {key.name} in {name}"


def press_a_shortcut(cage, chance):
    """Press one of the shortcuts."""
    window, (modifier, key) = _some_window(chance), chance.choice(SHORTCUTS)
    name = _name(window)
    QTest.keyClick(window.windowHandle(), key, modifier)
    return f"shortcut {modifier.name} {key.name} in {name}"


def type_words(cage, chance):
    """Type into a line that can be seen, in place of what is there, and perhaps press Enter."""
    window = _some_window(chance)
    lines = [one for one in _controls(window) if isinstance(one, QLineEdit)]
    if not lines or isinstance(window, QFileDialog):
        return "nothing to type into"
    line, words = chance.choice(lines), chance.choice(WORDS)
    name = _name(line)
    line.setFocus()
    line.selectAll()
    line.insert(words)
    if chance.choice([True, False]):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    return f"type {words[:20]!r} into {name}"


def drag(cage, chance):
    """Press the mouse somewhere, move it, and let it go elsewhere."""
    window = _some_window(chance)
    if isinstance(window, QFileDialog):
        return "nothing to drag"
    begin, end = _some_place(window, chance), _some_place(window, chance)
    under = window.childAt(begin)
    if under is not None and under.objectName() in FORBIDDEN:
        return "nothing to drag"
    handle, name = window.windowHandle(), _name(window)
    QTest.mousePress(handle, LEFT, NO_MODIFIER, begin)
    for part in range(1, 4):
        if isValid(handle):
            QTest.mouseMove(handle, begin + (end - begin) * part / 3)
    if isValid(handle):
        QTest.mouseRelease(handle, LEFT, NO_MODIFIER, end)
    return f"drag from {begin.x()},{begin.y()} to {end.x()},{end.y()} in {name}"


def scroll(cage, chance):
    """Turn the wheel over some point."""
    window = _some_window(chance)
    place = _some_place(window, chance)
    under = window.childAt(place) or window
    local, turned = QPointF(under.mapFrom(window, place)), QPoint(0, chance.choice([-360, 120]))
    event = QWheelEvent(
        local,
        QPointF(window.mapToGlobal(place)),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        NO_MODIFIER,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    name = _name(under)
    QApplication.sendEvent(under, event)
    return f"scroll by {turned.y()} over {name}"


def resize(cage, chance):
    """Drag the corner of a window, minimise it or bring it back."""
    window = cage.window
    # Without a window manager, one that is resized while it is minimised comes back in two sizes.
    if window.isMinimized() or chance.choice([False, False, True]):
        window.showMinimized() if not window.isMinimized() else window.showNormal()
        return f"{'minimise' if window.isMinimized() else 'bring back'} the window"
    width, height = chance.choice([400, 540, 800, 1120, 1600]), chance.choice([560, 760, 1000])
    window.resize(width, height)
    return f"resize to {width} x {height}"


# Parts


def windows():
    """Give what can be seen and reached: a menu or dialog alone while there is one."""
    if popup := QApplication.activePopupWidget():
        return [popup]
    if modal := QApplication.activeModalWidget():
        return [modal]
    return sorted(
        (one for one in QApplication.topLevelWidgets() if _is_reachable(one)),
        key=lambda one: (one.objectName(), type(one).__name__),
    )


def click(control, chance=None):
    """Click a control through its window."""
    window = control.window()
    place = control.visibleRegion().boundingRect().center()
    if isinstance(control, QComboBox):
        # Its list would take the next click; the keys choose as well.
        control.setFocus()
        key = chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home])
        QTest.keyClick(window.windowHandle(), key)
        return
    QTest.mouseClick(window.windowHandle(), LEFT, NO_MODIFIER, control.mapTo(window, place))


def _is_reachable(widget):
    return widget.isVisible() and not widget.isMinimized() and widget.windowHandle() is not None


def _some_window(chance):
    found = windows()
    return chance.choice(found) if found else _brought_back()


def _brought_back():
    """Bring the main window back when nothing else can be seen."""
    [window] = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
    window.showNormal()
    QApplication.processEvents()
    return window


def _some_place(window, chance):
    return QPoint(
        chance.randrange(max(window.width(), 1)), chance.randrange(max(window.height(), 1))
    )


def _controls(window):
    if isinstance(window, QFileDialog):
        return []
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, kinds)
        and one.isVisible()
        and one.isEnabled()
        and not one.visibleRegion().isEmpty()
        and not isinstance(one.parent(), QAbstractSpinBox)
    ]


def _name(widget):
    name = widget.objectName()
    said = name if name and "qt_" not in name else widget.accessibleName()
    return f"{type(widget).__name__} {said}".strip()
