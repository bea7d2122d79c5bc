"""Answers that come when something slow is done."""

import pytest

from alarmclock.core.service.later import Later


@pytest.mark.parametrize("is_asked_first", [True, False], ids=["asked first", "there first"])
def test_an_answer_is_told_once_it_is_there(is_asked_first):
    """Whether somebody waits for it already or comes later."""
    later, told = Later(), []
    if is_asked_first:
        later.then(told.append)
        assert told == []
    later.come("done")
    if not is_asked_first:
        later.then(told.append)
    assert told == ["done"]


def test_an_answer_can_be_told_in_another_form():
    """As a channel needs it."""
    later, told = Later(), []
    later.changed(str.upper).then(told.append)
    later.come("done")
    assert told == ["DONE"]
