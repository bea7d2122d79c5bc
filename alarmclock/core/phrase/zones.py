"""Time zones in a phrase: “in Europe/Lisbon”, “in New York”, “lisbon time”."""

import zoneinfo
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.mistyping import one_letter_off
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.words import RATHER_LONG, Words
from alarmclock.core.schedule import knows_zone

# The other areas, such as US or Etc, name no places.
AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)
# “Port-au-Prince” is five of them, each dash counted.
MOST_TOKENS_OF_PLACE = 6
WITHOUT_AREA = ("utc", "gmt")
# Each of them is the time of several places, or of one in half of the year.
ABBREVIATIONS = frozenset(
    {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "jst"}
    | {"cet", "cest", "eet", "eest", "mez", "mesz"}
)
HINT = "Write its name, such as “in Europe/Lisbon”."


def read_zone_name(reader: Reader) -> str | None:
    """Take the whole name of a zone, such as Europe/Lisbon, and give it as it is spelt."""
    text = reader.text[reader.next.start :]
    name = text.split(maxsplit=1)[0].rstrip(",") if text else ""
    found = _zone_of(name, reader.words)
    if found is not None:
        reader.take_until(reader.next.start + len(name))
    elif "/" in name:
        sentence = f"There is no time zone “{reader.word_at(reader.next)}”."
        raise PhraseError(sentence, reader.next.start, HINT)
    return found


def _zone_of(name: str, words: Words) -> str | None:
    if "/" in name and knows_zone(name):
        return name
    found = zones_by_name().get(name.casefold())
    return found if found == name or name.casefold() not in words.no_places else None


def read_place(reader: Reader) -> str | None:
    """Take the name of a place that has a zone of its own, the longest that there is."""
    begin, start = reader.index, reader.next.start
    for name, end in reversed(_places_of_words(reader)):
        found = _zones_of(name, reader.words)
        if len(found) > 1:
            several = " and ".join(f"“in {zone}”" for zone in found)
            raise PhraseError(
                f"There are several time zones of “{name}”.", start, f"Try {several}."
            )
        if found:
            reader.index = end
            return found[0]
    reader.index = begin
    return None


def read_place_time(reader: Reader) -> str | None:
    """Take “lisbon time”, “New Yorker Zeit”, “utc”."""
    after_place = reader.words.after_place
    if reader.next.text in WITHOUT_AREA:
        name = reader.take().text.upper()
        reader.take_one_of(after_place)
        return name
    if reader.ahead(1).text == "/":
        text = reader.text[reader.next.start :].split(maxsplit=1)[0].rstrip(",")
        return read_zone_name(reader) if text.casefold() in zones_by_name() else None
    if not reader.says_any(after_place):
        return None
    ahead = (reader.ahead(count).text for count in range(1, MOST_TOKENS_OF_PLACE + 1))
    if after_place.isdisjoint(ahead):
        return None
    zone = read_place(reader)
    return zone if zone and reader.take_one_of(after_place) else None


def near_place(word: str) -> str | None:
    """Give the place that a mistyped word may mean: “sydny”."""
    places = frozenset(zones_by_place())
    return one_letter_off(word, places) if len(word) >= RATHER_LONG and word not in places else None


def _places_of_words(reader: Reader) -> list[tuple[str, int]]:
    """List what the next words can name, each with the place in the row after it."""
    names, name, begin = [], "", reader.index
    for _ in range(MOST_TOKENS_OF_PLACE):
        if reader.is_over or reader.next.text == SEPARATOR:
            break
        space = " " if name and reader.next.spaced else ""
        name += space + reader.take().text
        if reader.at_boundary:
            names.append((name, reader.index))
    reader.index = begin
    return names


def _zones_of(name: str, words: Words) -> list[str]:
    if name in words.no_places:
        return []
    if name in words.places:
        return [words.places[name]]
    known = zones_by_place()
    forms = [name, *(name.removesuffix(end) for end in words.place_endings if name.endswith(end))]
    for form in forms:
        if form in words.places:
            return [words.places[form]]
        if form in known:
            return known[form]
    return []


@cache
def zones_by_name() -> Mapping[str, str]:
    """Give every zone of this system by its casefolded name."""
    return {name.casefold(): name for name in sorted(zoneinfo.available_timezones())}


@cache
def zones_by_place() -> Mapping[str, list[str]]:
    """Give the zones of each place; of two in one area the newer name, which says more."""
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for name in zones_by_name().values():
        area, _, rest = name.partition("/")
        if area not in AREAS:
            continue
        place = rest.rsplit("/", 1)[-1].replace("_", " ").casefold()
        other = places[place].get(area, "")
        if name.count("/") > other.count("/"):
            places[place][area] = name
    return {place: list(areas.values()) for place, areas in places.items()}
