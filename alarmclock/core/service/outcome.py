"""What came of a request, as plain values that go over a channel."""

from collections.abc import Callable

from alarmclock.core.errors import AlarmClockError
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.service.statuses import DONE, NOTHING_MATCHED, WRONG_USE


def outcome(do: Callable[[], Reply]) -> dict[str, object]:
    """Do something, and give its status with the answer or with the reason why not."""
    try:
        reply = do()
    except NothingMatched as error:
        return {"status": NOTHING_MATCHED, "error": str(error), "answer": error.answer}
    except AlarmClockError as error:
        hint: str = getattr(error, "hint", "")
        refused = {"status": WRONG_USE, "error": f"{error} {hint}".strip()}
        argument: str = getattr(error, "argument", "")
        return {**refused, "argument": argument} if argument else refused
    return {"status": DONE, "answer": reply.answer, "text": reply.text, "note": reply.note}
