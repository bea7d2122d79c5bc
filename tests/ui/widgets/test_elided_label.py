"""The label that is shortened where it does not fit."""

from alarmclock.ui.widgets.elided_label import ElidedLabel

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


def test_a_long_text_is_whole_in_the_tooltip(qtbot):
    """Where only the beginning is seen, the tooltip has all of it."""
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == LONG


def test_a_text_that_fits_needs_no_tooltip(qtbot):
    """Where all of it is seen, there is no tooltip."""
    label = ElidedLabel("Tea")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == ""


def test_markup_is_shown_as_it_is(qtbot):
    """A label is no place for HTML: what people typed is what they see."""
    bold = ElidedLabel("<b>Tea</b>")
    plain = ElidedLabel("Tea")
    for label in (bold, plain):
        qtbot.addWidget(label)
    assert bold.sizeHint().width() > plain.sizeHint().width() * 2


def test_it_shrinks_to_nothing(qtbot):
    """A long text never widens the window."""
    label = ElidedLabel(LONG * 20)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 0
