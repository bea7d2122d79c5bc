"""A promise follows what is wanted, whoever gives it and whenever it is given."""

import asyncio

import pytest

from alarmclock.desktop.bus.bus import BusError
from alarmclock.desktop.wakefulness.keep_awake import Kept
from alarmclock.desktop.wakefulness.promise import Promise


class PaperGuardian:
    """Promises, or refuses, at once or when told."""

    def __init__(self, name, *, agrees=True):
        self.name = name
        self.agrees = agrees
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.asked = []
        self.standing = []
        self.forgotten = []

    async def ask(self, reason):
        """Answer when it is allowed to."""
        self.asked.append(reason)
        await self.may_answer.wait()
        if not self.agrees:
            raise BusError("AccessDenied", "not today")
        self.standing.append(reason)
        return Kept(
            end=lambda: self.standing.remove(reason),
            forget=lambda: self.forgotten.append(reason),
        )


async def turns():
    """Let the loop turn until nothing is left to do."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.fixture
async def first():
    """Give who is asked first."""
    return PaperGuardian("first")


@pytest.fixture
async def second():
    """Give who is asked when the first does not agree."""
    return PaperGuardian("second")


@pytest.fixture
async def heard():
    """Give what was heard of changes."""
    return []


@pytest.fixture
async def promise(first, second, heard):
    """Give a promise of the two."""
    promise = Promise([first, second], lambda: heard.append(promise.is_given))
    yield promise
    promise.close()
    await turns()


async def test_the_first_that_agrees_is_enough(promise, first, second):
    """The second is not asked."""
    promise.want("tea")
    await turns()
    assert promise.is_given
    assert (first.standing, second.asked) == (["tea"], [])


async def test_where_the_first_refuses_the_second_is_asked(promise, first, second):
    """And gives it."""
    first.agrees = False
    promise.want("tea")
    await turns()
    assert promise.is_given
    assert second.standing == ["tea"]


async def test_where_all_refuse_there_is_none(promise, first, second, heard):
    """They are asked again only when somebody comes."""
    first.agrees = second.agrees = False
    promise.want("tea")
    assert promise.is_asked
    await turns()
    assert not promise.is_asked
    assert (promise.is_given, heard) == (False, [False])
    second.agrees = True
    promise.ask_again()
    await turns()
    assert second.standing == ["tea"]


async def test_a_new_reason_is_promised_before_the_old_one_ends(promise, first):
    """There is no moment in which the computer may fall asleep."""
    promise.want("tea")
    await turns()
    first.may_answer.clear()
    promise.want("bread")
    await turns()
    assert first.standing == ["tea"]
    first.may_answer.set()
    await turns()
    assert first.standing == ["bread"]


async def test_a_new_reason_that_nobody_promises_leaves_the_old(promise, first, second):
    """Awake is awake."""
    promise.want("tea")
    await turns()
    first.agrees = second.agrees = False
    promise.want("bread")
    await turns()
    assert promise.is_given
    assert first.standing == ["tea"]


async def test_the_same_reason_is_not_asked_for_twice(promise, first):
    """It is promised."""
    promise.want("tea")
    await turns()
    promise.want("tea")
    promise.ask_again()
    await turns()
    assert first.asked == ["tea"]


async def test_what_is_given_when_it_is_not_wanted_any_more_ends(promise, first, heard):
    """It was on its way."""
    first.may_answer.clear()
    promise.want("tea")
    await turns()
    promise.want(None)
    first.may_answer.set()
    await turns()
    assert first.standing == []
    assert True not in heard


async def test_wanted_anew_while_it_is_asked_the_last_reason_counts(promise, first):
    """The first is ended as soon as the last is there."""
    first.may_answer.clear()
    promise.want("tea")
    await turns()
    promise.want(None)
    promise.want("bread")
    first.may_answer.set()
    await turns()
    assert first.asked == ["tea", "bread"]
    assert first.standing == ["bread"]


async def test_what_is_lost_is_forgotten_and_asked_for_anew(promise, first, second):
    """Nothing is said to who has gone."""
    promise.want("tea")
    await turns()
    first.agrees = False
    promise.lose("first")
    assert not promise.is_given
    await turns()
    assert first.forgotten == ["tea"]
    assert first.standing == ["tea"]
    assert second.standing == ["tea"]


async def test_the_loss_of_another_changes_nothing(promise, first):
    """It had promised nothing."""
    promise.want("tea")
    await turns()
    promise.lose("second")
    await turns()
    assert promise.is_given
    assert first.asked == ["tea"]


async def test_after_the_end_nothing_stands_and_nobody_hears(promise, first, heard):
    """Also when it was being asked for."""
    promise.want("tea")
    await turns()
    heard.clear()
    first.may_answer.clear()
    promise.want("bread")
    await turns()
    promise.close()
    await turns()
    assert first.standing == []
    assert heard == []
    assert not promise.is_asked


async def test_a_guardian_that_fails_is_logged_and_harms_nothing(promise, first, caplog):
    """It is asked again at the next wish."""
    ask, first.ask = first.ask, None
    promise.want("tea")
    await turns()
    assert "Nobody could be asked to stay awake" in caplog.text
    first.ask = ask
    promise.want("tea")
    await turns()
    assert promise.is_given
