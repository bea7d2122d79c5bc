"""What came of a request, as plain values that go over a channel."""

from collections.abc import Callable, Coroutine, Iterator

from alarmclock.core.errors import AlarmClockError
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.service.statuses import DONE, NOTHING_MATCHED, WRONG_USE


def outcome(do: Callable[[], Reply]) -> dict[str, object]:
    """Do something, and give its status with the answer or with the reason why not."""
    try:
        return _done(do())
    except AlarmClockError as error:
        return _refused(error)


async def outcome_in_time(doing: Coroutine[None, None, Reply]) -> dict[str, object]:
    """Do something that takes its time, and give the same of it."""
    try:
        return _done(await doing)
    except AlarmClockError as error:
        return _refused(error)


def outcome_in_steps(steps: Iterator[Reply | None]) -> Iterator[dict[str, object] | None]:
    """Do something bit by bit: None as long as there is more to do, then the same."""
    try:
        for reply in steps:
            yield None if reply is None else _done(reply)
    except AlarmClockError as error:
        yield _refused(error)


def _done(reply: Reply) -> dict[str, object]:
    return {"status": DONE, "answer": reply.answer, "text": reply.text, "note": reply.note}


def _refused(error: AlarmClockError) -> dict[str, object]:
    if isinstance(error, NothingMatched):
        return {"status": NOTHING_MATCHED, "error": str(error), "answer": error.answer}
    hint: str = getattr(error, "hint", "")
    refused = {"status": WRONG_USE, "error": f"{error} {hint}".strip()}
    argument: str = getattr(error, "argument", "")
    return {**refused, "argument": argument} if argument else refused
