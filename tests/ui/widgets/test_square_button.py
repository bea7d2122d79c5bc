from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.widgets.square_button import SquareButton


def test_a_button_says_what_it_does(theme, qtbot):
    """The picture comes with words for the tooltip and for screen readers."""
    button = SquareButton(theme, "preview", "play")
    qtbot.addWidget(button)
    button.show_icon("stop", "Stop the sound")
    assert (button.accessibleName(), button.toolTip()) == ("Stop the sound", "Stop the sound")


def test_the_picture_follows_the_theme(theme, qtbot):
    """In the dark the picture is light."""
    button = SquareButton(theme, "preview", "play")
    qtbot.addWidget(button)
    light = button.icon().pixmap(18).toImage()
    theme.choose(Choice.DARK)
    assert button.icon().pixmap(18).toImage() != light
