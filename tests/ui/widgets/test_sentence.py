"""The sentence below a field."""

from alarmclock.ui.widgets.sentence import ErrorSentence


def test_it_is_there_only_while_it_says_something(stage):
    """It takes room for a sentence and none without."""
    sentence = stage.show(ErrorSentence())
    sentence.say("Choose a sound.")
    said = (sentence.isVisible(), sentence.text(), sentence.accessibleName())
    sentence.say("")
    assert (said, sentence.isVisible()) == ((True, "Choose a sound.", "Choose a sound."), False)
