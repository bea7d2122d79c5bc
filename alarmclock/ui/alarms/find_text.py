"""What an alarm is found by, and whether words that somebody typed are in it."""

from collections.abc import Collection
from datetime import datetime, tzinfo

from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import place_of, wall_time
from alarmclock.ui.alarms.row_text import COLOURS, AlarmRow

# They are a part of too many words: “on” of “once”, “Mon”, “month”.
SWITCH_WORDS = frozenset({"on", "off"})


def find_text(row: AlarmRow, now: datetime, zone: tzinfo) -> str:
    """Give all that an alarm is found by, a field a line, the label first."""
    alarm = row.alarm
    fields = [
        row.name,
        row.digits(zone),
        alarm_rule_words(alarm),
        "on" if row.is_on else "off",
    ]
    if row.state in COLOURS:
        fields.append(row.state.value)
    if alarm.zone is not None:
        fields += [wall_time(alarm.time), place_of(alarm.zone), alarm.zone]
    if row.skips(now, zone):
        fields.append("skips")
    return folded("\n".join([*fields, ""]))


def folded(text: str) -> str:
    """Give a text in which large and small letters, and both ways to write an accent, are one."""
    if text.isascii():
        return text.lower()
    # The window is shown without it.
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", text).casefold())


def words_of(typed: str) -> tuple[str, ...]:
    """Give the words that are looked for, each once."""
    return tuple(dict.fromkeys(folded(typed).split()))


def has_word(text: str, word: str) -> bool:
    """Tell whether a word is in a text of `find_text`; “on” and “off” mean the switch as well."""
    if word not in SWITCH_WORDS:
        return word in text
    return f"\n{word}\n" in text or word in text[: text.index("\n")]


def is_narrower(words: Collection[str], before: Collection[str]) -> bool:
    """Tell whether these words are found nowhere else than those before."""
    return all(
        old in words or (old not in SWITCH_WORDS and any(old in word for word in words))
        for old in before
    )
