import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

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
