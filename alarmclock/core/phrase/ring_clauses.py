"""What a phrase says about a ring: “sound dawn”, “loud”, “snooze 10 min 3 times”, “late always”."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from alarmclock.core.phrase.draft import Adjust
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.lengths import read_any_length
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.sounds import read_sound
from alarmclock.core.phrase.words import Clause
from alarmclock.core.ring_settings import NEVER_LATE, RingSettings, Task
from alarmclock.values import replace

LOUD, QUIET = 100, 30
NUMBER_LENGTHS = (1, 2, 3, 4)
NO_LENGTH = timedelta(0)


def read_times(reader: Reader) -> int | None:
    """Take “3 times”, “three times”, “3 mal”."""
    begin = reader.index
    digits = reader.take_number(*NUMBER_LENGTHS)
    count = reader.take_meaning(reader.words.numbers) if digits is None else int(digits)
    if count is not None and reader.take_one_of(reader.words.times_counted):
        return count
    reader.index = begin
    return None


def _volume(reader: Reader) -> Adjust | None:
    digits = reader.take_number(1, 2, 3)
    if digits is None:
        return None
    reader.take_one_of(reader.words.percent)
    return lambda ring: replace(ring, volume=int(digits))


def _rise(reader: Reader) -> Adjust | None:
    length = read_any_length(reader)
    return None if length is None else lambda ring: replace(ring, rise=length)


def _snooze(reader: Reader) -> Adjust | None:
    length = read_any_length(reader)
    limit = read_times(reader)
    is_unlimited = limit is None and reader.take_saying(reader.words.unlimited) is not None
    if length is None and limit is None and not is_unlimited:
        return None

    def adjust(ring: RingSettings) -> RingSettings:
        if limit is not None or is_unlimited:
            ring = replace(ring, snooze_limit=limit)
        return ring if length is None else replace(ring, snooze_length=length)

    return adjust


def _ring(reader: Reader) -> Adjust | None:
    length = read_any_length(reader)
    return None if length is None else lambda ring: replace(ring, ring_length=length)


def _late(reader: Reader) -> Adjust | None:
    if reader.take_one_of(reader.words.always):
        return lambda ring: replace(ring, late_limit=None)
    length = read_any_length(reader)
    return None if length is None else lambda ring: replace(ring, late_limit=length)


def _task(reader: Reader) -> Adjust | None:
    token = reader.next
    task = reader.take_saying(reader.words.tasks)
    if task is not None:
        return lambda ring: replace(ring, task=task)
    if reader.is_over:
        return None
    hint = "Write sum, easy sum, hard sum or sentence, or put the label in quotes."
    raise PhraseError(f"There is no task “{reader.word_at(token)}”.", token.start, hint)


def _awake(reader: Reader) -> Adjust | None:
    length = read_any_length(reader)
    return None if length is None else lambda ring: replace(ring, awake_after=length)


def _again(reader: Reader) -> Adjust | None:
    times = read_times(reader)
    begin = reader.index
    reader.take_one_of(reader.words.every)
    every = read_any_length(reader)
    if every is None:
        reader.index = begin
    if times is None and every is None:
        return None

    def adjust(ring: RingSettings) -> RingSettings:
        ring = ring if times is None else replace(ring, again=times)
        return ring if every is None else replace(ring, again_every=every)

    return adjust


def _sound(reader: Reader) -> Adjust | None:
    name = read_sound(reader)
    return None if name is None else lambda ring: replace(ring, sound=name)


def _always(adjust: Adjust) -> Callable[[Reader], Adjust | None]:
    return lambda _reader: adjust


# The subject of each clause, what it reads, and how it is written.
RING_CLAUSES: Mapping[Clause, tuple[str, Callable[[Reader], Adjust | None], str]] = {
    Clause.SOUND: ("sound", _sound, "sound marimba"),
    Clause.VOLUME: ("volume", _volume, "volume 40"),
    Clause.LOUD: ("volume", _always(lambda ring: replace(ring, volume=LOUD)), "loud"),
    Clause.QUIET: ("volume", _always(lambda ring: replace(ring, volume=QUIET)), "quiet"),
    Clause.RISE: ("rise", _rise, "rise 30 s"),
    Clause.NO_RISE: ("rise", _always(lambda ring: replace(ring, rise=NO_LENGTH)), "no rise"),
    Clause.SNOOZE: ("snooze", _snooze, "snooze 10 min"),
    Clause.NO_SNOOZE: ("snooze", _always(lambda ring: replace(ring, snooze_limit=0)), "no snooze"),
    Clause.RING: ("length of the ring", _ring, "ring 5 min"),
    Clause.LATE: ("late limit", _late, "late 2 h"),
    Clause.ON_TIME: (
        "late limit",
        _always(lambda ring: replace(ring, late_limit=NEVER_LATE)),
        "only on time",
    ),
    Clause.TASK: ("task", _task, "task sum"),
    Clause.NO_TASK: ("task", _always(lambda ring: replace(ring, task=Task.NONE)), "no task"),
    Clause.AWAKE: ("question “still awake?”", _awake, "ask awake after 5 min"),
    Clause.NOT_AWAKE: (
        "question “still awake?”",
        _always(lambda ring: replace(ring, awake_after=None)),
        "never ask awake",
    ),
    Clause.AGAIN: ("number of rings", _again, "again 3 times every 5 min"),
    Clause.NOT_AGAIN: (
        "number of rings",
        _always(lambda ring: replace(ring, again=0)),
        "not again",
    ),
}
