"""Lets the running program do what comes over its channel, as if it was done in the window."""

from collections.abc import Callable, Mapping

from alarmclock.core.errors import AlarmClockError
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.service.service import Service
from alarmclock.desktop.instance.wire import DONE, NOTHING_MATCHED, WRONG_USE, Fields

Deed = Callable[[Mapping[str, object]], Reply]


class ServedCommands:
    """The commands of the service, and those that only a program with a window has."""

    def __init__(self, service: Service, of_window: Mapping[str, Deed]) -> None:
        self._service = service
        self._of_window = of_window

    def answer(self, command: str, arguments: Mapping[str, object]) -> Fields:
        """Carry out a command and give the fields of its reply."""
        deed = self._of_window.get(command)
        return reply_fields(
            lambda: deed(arguments) if deed else self._service.do(command, arguments)
        )


def reply_fields(do: Callable[[], Reply]) -> Fields:
    """Do something, and say what came of it as the channel does."""
    try:
        reply = do()
    except NothingMatched as error:
        return {"status": NOTHING_MATCHED, "error": str(error), "answer": error.answer}
    except AlarmClockError as error:
        return {"status": WRONG_USE, "error": str(error)}
    return {"status": DONE, "answer": reply.answer, "text": reply.text}
