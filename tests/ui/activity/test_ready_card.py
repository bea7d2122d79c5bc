import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.core.activity.activity_words import Tone
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.certainty.verdict_words import Summary
from alarmclock.ui.activity.ready_card import Dot, ReadyCard


@pytest.fixture
def card(on_screen, theme):
    """A card as wide as in the panel."""
    return on_screen(ReadyCard(theme), 268, 68)


@pytest.mark.parametrize("role", ["good", "warn", "bad"])
def test_a_verdict_is_shown_in_its_colour(card, theme, role):
    """Two lines say it, the dot colours it."""
    card.show_verdict(role, "Ready to ring", "Speakers on · volume 62 %")
    assert card.findChild(QLabel, "readyHeadline").text() == "Ready to ring"
    assert card.findChild(QLabel, "readyDetail").text() == "Speakers on · volume 62 %"
    dot = card.findChild(Dot).grab().toImage()
    assert dot.pixelColor(dot.rect().center()).name() == theme.colour(role).name()


def test_a_screen_reader_hears_the_verdict(card):
    """The card is named by what it says."""
    card.show_verdict("bad", "No sound", "No speaker was found.")
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "No sound",
        "No speaker was found.",
    )


def test_a_long_detail_takes_more_lines(card):
    """Nothing of a warning is cut off."""
    card.show_verdict("warn", "Ready", "Speakers on")
    short = card.heightForWidth(268)
    card.show_verdict("warn", "Ready", "Die Lautsprecher sind stumm geschaltet. " * 3)
    assert card.heightForWidth(268) > short


def test_markup_is_shown_as_it_is(card):
    """A device may have any name."""
    card.show_verdict("good", "Ready", "<i>Speakers</i>")
    detail = card.findChild(QLabel, "readyDetail")
    assert detail.textFormat() == Qt.TextFormat.PlainText


def test_what_mends_the_worst_can_be_pressed(qtbot, card):
    """In one press, without opening anything."""
    card.show_summary(Summary(Tone.BAD, "Will not be heard", "It is muted.", Mend.UNMUTE))
    opened = []
    card.clicked.connect(lambda: opened.append(1))
    button = card.findChild(QPushButton, "mend")
    with qtbot.waitSignal(card.mend_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (asked.args, button.text(), opened) == ([Mend.UNMUTE], "Unmute", [])


def test_where_nothing_can_be_mended_no_button_is_shown(card):
    """As when all is well."""
    card.show_summary(Summary(Tone.BAD, "Will not be heard", "It is muted.", Mend.UNMUTE))
    card.show_summary(Summary(Tone.GOOD, "Ready to ring", "Speakers on"))
    assert not card.findChild(QPushButton, "mend").isVisible()


@pytest.mark.parametrize("name", ["readyHeadline", "readyDetail", ""])
def test_a_click_anywhere_on_it_opens_what_was_checked(qtbot, card, name):
    """On its words, too."""
    card.show_verdict("good", "Ready to ring", "Speakers on")
    part = card.findChild(QLabel, name) if name else card
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(
            card, Qt.MouseButton.LeftButton, pos=part.mapTo(card, part.rect().center())
        )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_opens_what_was_checked(qtbot, card, key):
    """A screen reader knows it as a button."""
    role = QAccessible.queryAccessibleInterface(card).role()
    assert role is QAccessible.Role.Button
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_the_keyboard_is_seen_on_it(card, theme):
    """By a ring in the accent colour."""
    edge = QPoint(card.width() // 2, 0)
    card.clearFocus()
    assert card.grab().toImage().pixelColor(edge).name() == theme.colour("soft").name()
    card.setFocus()
    assert card.grab().toImage().pixelColor(edge).name() == theme.colour("accent").name()


@pytest.mark.parametrize("width", [208, 268, 600])
def test_nothing_of_a_long_warning_is_cut_off(card, width):
    """Even beside a long name of a device."""
    detail = (
        "Eingebautes Audio Digital-Stereo (HDMI) 2 on · volume 62 % · while this window is open"
    )
    card.show_verdict("warn", "May not be heard", detail, Mend.TURN_ALARM_UP)
    card.resize(width, card.heightForWidth(width))
    label, button = card.findChild(QLabel, "readyDetail"), card.findChild(QPushButton, "mend")
    assert label.height() >= label.heightForWidth(label.width())
    assert button.geometry().bottom() < card.height()
    assert button.geometry().right() < width
