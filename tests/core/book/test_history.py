"""The history of steps."""

from alarmclock.core.book.history import MOST_STEPS, History
from alarmclock.core.change import Change


def test_a_new_step_forgets_what_could_be_redone():
    """After a new step, the old way forward is gone."""
    history = History(undone=[Change(title="old")])
    history.push(Change(title="new"))
    assert [step.title for step in history.done] == ["new"]
    assert history.undone == []


def test_the_oldest_steps_are_forgotten():
    """The history does not grow without end."""
    history = History()
    for number in range(MOST_STEPS + 5):
        history.push(Change(title=str(number)))
    assert len(history.done) == MOST_STEPS
    assert history.done[0].title == "5"
