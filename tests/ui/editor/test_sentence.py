import pytest
from PySide6.QtGui import QPalette

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.editor.sentence import Sentence, Tone


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("tone", Tone)
def test_a_sentence_has_the_colour_of_its_tone(theme, qtbot, choice, tone):
    """Good news are green and bad news red, in light and dark."""
    theme.choose(choice)
    sentence = Sentence()
    qtbot.addWidget(sentence)
    sentence.say("rings tomorrow, Mon 23 Nov, in 9 h 12 min", tone)
    sentence.ensurePolished()
    colour = sentence.palette().color(QPalette.ColorRole.WindowText)
    assert colour.name() == theme.colour(tone.value).name()


def test_a_long_sentence_takes_more_lines(theme, qtbot):
    """In a narrow editor the sentence is broken, not cut."""
    sentence = Sentence()
    qtbot.addWidget(sentence)
    sentence.say("This date and time are over. Choose a later one.", Tone.BAD)
    assert sentence.heightForWidth(160) > sentence.heightForWidth(600)
