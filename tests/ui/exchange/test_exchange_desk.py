"""What people do with files, other programs and backups in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from alarmclock.core.exchange.imported import NotImported, Remark
from alarmclock.ui.exchange.port import Wanted
from tests.ui.exchange.conftest import FILE, FULL, GOOD, PLAN


def press(window, name):
    """Press a button."""
    window.findChild(QPushButton, name).click()


def test_an_export_says_what_is_in_it(desk, window, exchange):
    """In the line at the foot."""
    desk.export("/tmp/alarms.json", True)
    assert exchange.asked == [("export", "/tmp/alarms.json", True)]
    assert window.message_bar.text() == "Saved."


def test_an_import_shows_its_plan_and_does_nothing_yet(desk, window, exchange):
    """The person says yes first."""
    desk.read("/home/anna/home.ics")
    assert exchange.asked == [("read", "/home/anna/home.ics")]
    headline = window.findChild(QLabel, "importPlanHeadline").text()
    assert headline == "From “home.ics”: 1 to add, 1 not taken"
    lines = [label.text() for label in window.findChildren(QLabel, "planLines")]
    assert lines == ["07:00 · Gym · once", "“Lunch”: It is over."]


def test_yes_does_it_and_offers_undo(desk, window, exchange):
    """And the page comes back."""
    desk.read("home.ics")
    press(window, "importNow")
    assert exchange.asked[-1] == ("carry_out", FILE, "home.ics", Wanted())
    assert window.message_bar.text() == "1 entry was added."
    assert window.findChild(QPushButton, "undo").isVisible()
    assert not window.findChild(QPushButton, "importNow").isVisible()


def test_settings_are_taken_when_they_are_ticked(desk, window, exchange):
    """Never by themselves."""
    desk.read("home.ics")
    box = window.findChild(QCheckBox, "importSettings")
    assert (box.isVisible(), box.isChecked()) == (True, False)
    assert not window.findChild(QCheckBox, "importHistory").isVisible()
    box.click()
    press(window, "importNow")
    assert exchange.asked[-1][-1] == Wanted(settings=True)


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_no_changes_nothing(qtbot, desk, window, exchange, way):
    """By the button or the keyboard."""
    desk.read("home.ics")
    cancel = window.findChild(QPushButton, "importCancel")
    if way == "button":
        cancel.click()
    else:
        qtbot.keyClick(cancel, Qt.Key.Key_Escape)
    assert [asked[0] for asked in exchange.asked] == ["read"]
    assert not cancel.isVisible()


def test_a_file_that_can_t_be_read_is_explained(desk, window, exchange):
    """And there is no plan."""
    exchange.error = NotImported("This file is empty. Choose another one.")
    desk.read("empty.ics")
    assert window.message_bar.text() == "This file is empty. Choose another one."
    assert window.findChild(QPushButton, "importNow") is None


def test_what_is_found_out_while_it_is_done_is_told(desk, window, exchange):
    """As that a sound could not be copied; what the plan said before is not said again."""
    desk.read("home.ics")
    note = Remark("Gym", "Its sound could not be taken; it gets the usual one.")
    exchange.done = replace(PLAN, notes=(note,))
    press(window, "importNow")
    assert window.message_bar.text() == f"1 entry was added. {note}"


def test_what_can_t_be_saved_is_explained_and_the_plan_stays(desk, window, exchange):
    """The person can try again."""
    desk.read("home.ics")
    exchange.error = FULL
    press(window, "importNow")
    assert window.message_bar.text() == str(FULL)
    assert window.findChild(QPushButton, "importNow").isVisible()


def test_backups_are_listed_and_a_good_one_can_be_chosen(desk, window, exchange):
    """The damaged one can't."""
    desk.show_backups()
    assert [label.text() for label in window.findChildren(QLabel, "backup")] == [
        "Sun 22 Nov 2026, 07:00 · 12 alarms and timers · 82 KB",
        "Sat 21 Nov 2026, 07:00 · damaged, or of a newer Alarm Clock · 1 KB",
    ]
    good, bad = window.findChildren(QPushButton, "restoreThis")
    assert (good.isEnabled(), bad.isEnabled()) == (True, False)
    good.click()
    assert exchange.asked == [("restore", GOOD.name)]
    assert "when Alarm Clock is closed and opened again" in window.message_bar.text()


def test_other_programs_are_offered_one_after_the_other(desk, window, exchange, notices):
    """No, thanks is remembered."""
    desk.offer([("GNOME Clocks", 3), ("KAlarm", 1)])
    (notice,) = notices
    text = notice.findChild(QLabel, "foundText")
    assert text.text() == "3 alarms in GNOME Clocks: bring them over?"
    press(notice, "noThanks")
    assert exchange.asked == [("answered", "GNOME Clocks")]
    assert text.text() == "1 alarm in KAlarm: bring it over?"
    press(notice, "bringOver")
    assert exchange.asked[-1] == ("read", "KAlarm")
    assert not notice.isVisible()
    press(window, "importNow")
    assert exchange.asked[-1] == ("answered", "KAlarm")


def test_a_plan_that_is_left_is_asked_about_again(desk, window, exchange, notices):
    """At the next start: nobody has said no."""
    desk.offer([("KAlarm", 1)])
    press(notices[0], "bringOver")
    press(window, "importCancel")
    assert ("answered", "KAlarm") not in exchange.asked


@pytest.mark.parametrize("width", [400, 700, 1120])
@pytest.mark.parametrize("view", ["plan", "backups"])
def test_nothing_is_cut_off(qtbot, desk, window, exchange, width, view):
    """On the narrowest window, too, whatever a stranger's names are like."""
    long_name = "Donaudampfschifffahrtsgesellschaft" * 6
    exchange.found = replace(FILE, notes=(Remark(long_name, "Its sound is not here."),))
    window.resize(width, 600)
    if view == "plan":
        desk.read(f"{long_name}.ics")
    else:
        desk.show_backups()
    page = window.findChild(QWidget, "importPlan" if view == "plan" else "backupsView")

    def is_whole():
        visible = [one for one in page.findChildren(QWidget) if one.isVisible()]
        rights = [one.mapTo(page, one.rect().topRight()).x() for one in visible]
        assert max(rights) < page.width()
        assert page.width() <= window.width()

    qtbot.waitUntil(is_whole)
