"""What a monkey does on purpose now and then: it sets alarms, answers rings, lets time pass.

At random keys and clicks alone much would never happen. Each deed gives in words what it did.
"""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from alarmclock.store.files import WANTED_BACKUP
from alarmclock.ui.main_window import PageNumber
from tests.e2e.in_process.monkey.hands import CONTROL, LEFT, NO_MODIFIER, RIGHT, SHIFT, click

# The list stays one that a person could have.
MOST_ITEMS = 16
SAMPLES = Path(__file__).parents[3] / "store" / "exchange" / "files"
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"]
PHRASES = [
    "{h}:{m:02} gym",
    "weekdays {h}:{m:02} swim",
    "every day {h}:{m:02} pills again 2 times every 3 min",
    "mon,wed,fri {h}:{m:02} task sum",
    "{h}:{m:02} snooze 1 min ask awake after 3 min",
    "every 2nd fri {h}:{m:02}",
    "{h}:{m:02} in Asia/Tokyo call",
    "in {m} min tea",
    "{m}s",
]
LABELS = ["", "gym", "<b>bold</b> & more", "\N{ALARM CLOCK} " * 20, "same", "same"]
PILLS = ["ruleOnce", "ruleOnDate", "ruleWeekdays", "moreRules", "ruleEveryDays", "ruleYearly"]
SIGNS = str.maketrans("\N{MINUS SIGN}\N{MULTIPLICATION SIGN}", "-*")
LIST_KEYS = [
    (Qt.Key.Key_Space, NO_MODIFIER),
    (Qt.Key.Key_Return, NO_MODIFIER),
    (Qt.Key.Key_D, CONTROL),
    (Qt.Key.Key_Delete, NO_MODIFIER),
    (Qt.Key.Key_S, NO_MODIFIER),
    (Qt.Key.Key_S, SHIFT),
    (Qt.Key.Key_P, NO_MODIFIER),
    (Qt.Key.Key_C, NO_MODIFIER),
    (Qt.Key.Key_Escape, NO_MODIFIER),
]

# Alarms and timers


def say(cage, chance):
    """Add an alarm or a timer in words."""
    if len(cage.book) >= MOST_ITEMS:
        return delete_one(cage, chance)
    words = chance.choice(PHRASES).format(h=chance.randrange(24), m=chance.randrange(1, 60))
    if not _to_page(cage, PageNumber.ALARMS):
        return "the page of alarms can't be seen"
    line = cage.window.findChild(QLineEdit, "quickAdd")
    if not line.isVisible():
        return "nobody sees the line"
    line.setFocus()
    line.setText(words)
    QTest.keyClick(cage.window.windowHandle(), Qt.Key.Key_Return)
    return f"say {words!r}"


def delete_one(cage, chance):
    """Delete an alarm or a timer, wherever the window is."""
    items = list(cage.book)
    if not items:
        return "nothing to delete"
    place = chance.randrange(len(items))
    cage.program.shell.desk.delete(items[place].id)
    return f"delete number {place}"


def use_editor(cage, chance):
    """Open the editor, enter something and save, leave it open or drop it."""
    close_popups()
    shell, window = cage.program.shell, cage.window
    alarms = cage.book.alarms()
    if alarms and (chance.choice([True, False]) or len(cage.book) >= MOST_ITEMS):
        place = chance.randrange(len(alarms))
        shell.editor_desk.edit(alarms[place].id)
        did = f"edit alarm number {place}"
    else:
        window.add_requested.emit()
        did = "open the editor"
    cage.settle()
    if not shell.editor_desk._is_open or not shell.editor_desk._editor.isVisible():
        return f"{did}, in vain"
    find = shell.editor_desk._editor.findChild
    time, label = find(QWidget, "time"), find(QLineEdit, "label")
    if chance.choice([True, False]):
        time.setText(chance.choice(["7:15", f"{chance.randrange(24)}:30", "23:59", "", "99"]))
    if chance.choice([True, False]):
        label.setText(chance.choice(LABELS))
    name = chance.choice(PILLS)
    pill = find(QPushButton, name)
    if pill is not None and pill.isVisible() and not pill.visibleRegion().isEmpty():
        click(pill)
    end = chance.choice(["save", "save", "save", "cancel", "delete", ""])
    button = find(QPushButton, end) if end else None
    if button is not None and button.isVisible():
        click(button)
    return f"{did}, {name}, {end or 'and go away'}"


def use_list(cage, chance):
    """Press a key of the list at one of its rows."""
    if not _to_page(cage, PageNumber.ALARMS):
        return "the list can't be seen"
    cards = cage.program.shell.alarms.list
    rows = cards.model().rowCount()
    if not rows or not cards.isVisible():
        return "no row"
    row, (key, modifier) = chance.randrange(rows), chance.choice(LIST_KEYS)
    if key == Qt.Key.Key_D and len(cage.book) >= MOST_ITEMS:
        key, modifier = Qt.Key.Key_Delete, NO_MODIFIER
    cards.setFocus()
    cards.setCurrentIndex(cards.model().index(row, 0))
    QTest.keyClick(cage.window.windowHandle(), key, modifier)
    cage.settle()
    chosen = f", {choose_in_menu(cage, chance)}" if QApplication.activePopupWidget() else ""
    return f"{modifier.name} {key.name} at row {row}{chosen}"


def use_menu(cage, chance):
    """Open the menu of a row and choose something in it."""
    if not _to_page(cage, PageNumber.ALARMS):
        return "the list can't be seen"
    cards = cage.program.shell.alarms.list
    rows = cards.model().rowCount()
    if not rows or not cards.isVisible():
        return "no row"
    row = chance.randrange(rows)
    cards.scrollTo(cards.model().index(row, 0))
    area = cards.visualRect(cards.model().index(row, 0))
    place = cards.viewport().mapTo(cage.window, area.center())
    QTest.mouseClick(cage.window.windowHandle(), RIGHT, NO_MODIFIER, place)
    cage.settle()
    return f"menu of row {row}: {choose_in_menu(cage, chance)}"


def choose_in_menu(cage, chance):
    """Choose something in the menu that is open, and in the one that opens from it."""
    chosen = []
    for _ in range(3):
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            break
        actions = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        action = chance.choice(actions)
        if "Duplicate" in action.text() and len(cage.book) >= MOST_ITEMS:
            close_popups()
            break
        chosen.append(action.text().partition("\t")[0])
        place = menu.actionGeometry(action).center()
        QTest.mouseMove(menu.windowHandle(), place)
        QTest.mouseClick(menu.windowHandle(), LEFT, NO_MODIFIER, place)
        cage.settle()
    return " > ".join(chosen) or "nothing"


def undo(cage, _chance):
    """Take back the newest step."""
    cage.program.shell.desk.undo()
    return "undo"


def redo(cage, _chance):
    """Do again what was taken back."""
    cage.program.shell.desk.redo()
    return "redo"


# Rings


def answer(cage, chance):
    """Press something in the ring window, after the half second in which it is deaf."""
    ringing = cage.program.shell.ring_window
    if ringing is None or not ringing.isVisible():
        return let_next_ring(cage, chance)
    cage.advance(timedelta(milliseconds=600))
    buttons = [one for one in ringing.findChildren(QPushButton) if one.isVisible()]
    buttons = [one for one in buttons if one.isEnabled() and not one.visibleRegion().isEmpty()]
    if not buttons:
        return "nothing to press while it rings"
    button = chance.choice(buttons)
    name = button.objectName()  # it may be gone afterwards
    click(button)
    return f"answer with {name}"


def solve(cage, chance):
    """Do the task before Stop, rightly or not."""
    ringing = cage.program.shell.ring_window
    line = ringing.findChild(QLineEdit, "taskAnswer") if ringing else None
    if line is None or not line.isVisible():
        return answer(cage, chance)
    panel = next(one for one in ringing._panels if one.isAncestorOf(line))
    prompt = panel.findChild(QWidget, "taskPrompt").text()
    sum_asked = prompt.removesuffix(" =").translate(SIGNS)
    right = str(eval(sum_asked)) if prompt.endswith("=") else prompt
    said = right if chance.choice([True, True, False]) else "1"
    line.setFocus()
    line.setText(said)
    QTest.keyClick(ringing.windowHandle(), Qt.Key.Key_Return)
    return f"say {said} to {prompt}"


# Time


def let_a_second_pass(cage, chance):
    """Let some seconds pass, each with its ticks."""
    seconds = chance.choice([1, 1, 2, 5])
    cage.wait(seconds)
    return f"wait {seconds} s"


def let_time_pass(cage, chance):
    """Let a while pass in one go, as when the computer was asleep or very busy."""
    length = chance.choice(
        [0.3 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 11 * MINUTE, HOUR, 7 * HOUR, 26 * HOUR]
    )
    cage.advance(length)
    return f"{length} pass"


def let_next_ring(cage, chance):
    """Let it become time for what comes next, or just not yet."""
    goals = [goal for item in cage.book if (goal := cage.book.goal(item.id))]
    if not goals:
        return "nothing comes"
    left = min(goal.at for goal in goals) - cage.clock.now()
    left += chance.choice([timedelta(0), timedelta(0), -SECOND, 3 * SECOND])
    cage.advance(max(left, timedelta(0)))
    return f"{left} pass, to the next"


def travel(cage, chance):
    """Go to another time zone."""
    name = chance.choice(ZONES)
    cage.clock.set_zone(ZoneInfo(name))
    cage.settle()
    cage.advance(61 * SECOND)
    return f"travel to {name}"


def set_the_clock(cage, chance):
    """Set the clock of the computer."""
    step = chance.choice([-HOUR, -MINUTE, MINUTE, HOUR])
    cage.clock.set_wall(cage.clock.now() + step)
    cage.settle()
    return f"set the clock by {step}"


# Pages, settings, files


def go_to_page(cage, chance):
    """Go to another page."""
    page = chance.choice(list(PageNumber))
    return f"{'go' if _to_page(cage, page) else 'try to go'} to {page.name}"


def pause_all(cage, chance):
    """Pause everything or resume it."""
    close_popups()
    if not _to_page(cage, PageNumber.ALARMS):
        return "the page of alarms can't be seen"
    QTest.keyClick(cage.window.windowHandle(), Qt.Key.Key_P, CONTROL)
    cage.settle()
    return f"pause all: {choose_in_menu(cage, chance)}"


def export_or_import(cage, chance):
    """Save everything in a file, or read one and perhaps bring it in."""
    if not _to_page(cage, PageNumber.SETTINGS):
        return "the settings can't be seen"
    exchange = cage.window.page(PageNumber.SETTINGS).exchange
    if chance.choice([True, False]) or len(cage.book) >= MOST_ITEMS:
        name = f"all.{chance.choice(['json', 'ics', 'csv'])}"
        exchange.export_requested.emit(str(cage.folder / name), chance.choice([True, False]))
        return f"export to {name}"
    files = [*sorted(SAMPLES.iterdir()), *sorted(cage.folder.glob("all.*"))]
    path = chance.choice(files)
    exchange.import_requested.emit(str(path))
    cage.settle()
    now = cage.window.findChild(QPushButton, "importNow")
    if (
        now is not None
        and now.isVisible()
        and now.isEnabled()
        and chance.choice([True, True, False])
    ):
        click(now)
        return f"import {path.name}"
    return f"look at {path.name}"


def answer_dialog(cage, chance):
    """Choose a file in the dialog that is open, or close it."""
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    dialogs = [one for one in dialogs if one.isVisible()]
    if not dialogs:
        return press_in_rail(cage, chance)
    dialog = dialogs[0]
    if chance.choice([True, False]):
        dialog.reject()
        return "close a dialog"
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    path = cage.folder / "saved.csv" if saves else SAMPLES / "apple.ics"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return f"choose {path.name} in a dialog"


def press_in_rail(cage, chance):
    """Press one of the pages at the side."""
    rail = cage.window.rail
    buttons = [one for one in rail.findChildren(QAbstractButton) if one.isVisible()]
    if not buttons:
        return "no rail"
    button = chance.choice(buttons)
    click(button)
    return f"press {button.objectName()}"


def open_again(cage, _chance):
    """Close the program and open it again; what was there is there, unless a backup was wanted."""
    close_popups()
    before = list(cage.book)
    cage.close()
    is_other = (cage.folder / "data" / WANTED_BACKUP).exists()
    cage.open()
    assert is_other or list(cage.book) == before, "other alarms after the start"
    return "close and open again"


# Parts


def close_popups():
    """Press Esc in every menu, and close every dialog."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QFileDialog) and one.isVisible():
            one.reject()


def _to_page(cage, page):
    close_popups()
    if cage.window.isMinimized():
        cage.window.showNormal()
    cage.program.shell._choose_page(page)
    cage.settle()
    return cage.window.page(page).isVisible()
